package chainstep.homework.mark;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.homework.Marked;
import chainstep.homework.Place;
import chainstep.homework.Rules;
import chainstep.homework.Verdict;
import chainstep.homework.Worked;
import chainstep.math.Rational;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One wrong answer costs its own marks, and no others. */
class CarriedTest {
    private static final double[] FACTORS = {2, -1, 0.5, 1.01, 10, 0.1};

    private final List<String> lost = new ArrayList<>();
    private int slips;

    @ParameterizedTest
    @CsvSource({"mazur, 200", "worked/mazur_222, 300", "worked/seed_mlp_3class, 300", "worked/hmkcode_linear_221, 150"})
    void each_single_wrong_answer_leaves_every_other_line_its_marks(String sample, int least) {
        Sheet whole = Sheet.of(
                Sheet.read(Path.of("samples", sample + ".chain")),
                HonestWorkTest.questions(Sheet.read(Path.of("samples", sample + ".chain"))));
        Worked worked = whole.worked;
        for (int question = 0; question < worked.assignment().questions().size(); question++) {
            Place place = worked.places(question).get(0);
            for (double factor : FACTORS) {
                check(whole, question, place, factor);
            }
        }
        assertThat(lost).isEmpty();
        assertThat(slips).isGreaterThanOrEqualTo(least);
    }

    private void check(Sheet sheet, int slipped, Place place, double factor) {
        if (sheet.worked.trace().get(place.node(), place.element()) == 0) {
            return;
        }
        Sheet filled = new Worker(sheet.worked, 4, slipped).slip(place, factor).fill(sheet.blank());
        List<Marked> marked = filled.marked(new Rules(4, false, Rational.ONE)).answers();
        slips++;
        for (int question = 0; question < marked.size(); question++) {
            boolean own = sheet.worked.places(question).contains(place);
            Verdict verdict = marked.get(question).verdict();
            boolean kept = verdict == Verdict.RIGHT || verdict == Verdict.CARRIED;
            if (kept == own) {
                lost.add(sheet.worked.assignment().questions().get(slipped).text() + " × " + factor + ": "
                        + marked.get(question).question().text() + " = "
                        + marked.get(question).answer().written() + " is " + verdict
                        + (marked.get(question).trivial() ? ", trivial" : ""));
            }
        }
    }
}
