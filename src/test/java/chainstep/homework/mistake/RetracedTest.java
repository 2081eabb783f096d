package chainstep.homework.mistake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chainstep.homework.Assignment;
import chainstep.homework.Finding;
import chainstep.homework.Place;
import chainstep.homework.Worked;
import chainstep.lang.ChainReader;
import chainstep.math.Digits;
import chainstep.math.Format;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An answer worked once more with its mistake in it. */
class RetracedTest {
    private static final int H = 6;

    private final Worked worked;
    private final Diagnosis diagnosis;

    RetracedTest() throws IOException {
        worked = Worked.of(Assignment.of(ChainReader.read(Path.of("samples/homework/mazur-assignment.chain"))));
        diagnosis = new Diagnosis(worked);
    }

    private List<Finding> found(int question, String written, Map<Place, Digits> earlier) {
        return diagnosis.of(question, List.of(Optional.of(Digits.parse(written))), earlier);
    }

    /** What stands at the end, in place of the answer. */
    private double end(int question, Retraced retraced) {
        Retraced.Step last = retraced.after().isEmpty()
                ? retraced.made()
                : retraced.after().get(retraced.after().size() - 1);
        int element = last.node() == worked.node(question)
                ? 0
                : worked.places(question).get(0).element();
        return retraced.slipped().get(last.instead(), element);
    }

    @Test
    void every_mistake_that_is_found_ends_in_the_number_that_it_was_found_by() {
        int traced = 0;
        Set<String> codes = new HashSet<>();
        for (int question = 0; question < worked.assignment().questions().size(); question++) {
            for (Diagnosis.Considered one : diagnosis.considered(question, 40)) {
                double value = one.values().get(0);
                String written = Format.significant(value, 6);
                for (Finding finding :
                        Double.isFinite(value) ? found(question, written, Map.of()) : List.<Finding>of()) {
                    Retraced retraced =
                            diagnosis.retrace(question, finding, Map.of()).orElseThrow();
                    assertThat(end(question, retraced))
                            .as(question + " " + finding.slips().get(0).code())
                            .isCloseTo(finding.values().get(0), within(1e-9 * Math.abs(value)));
                    assertThat(retraced.made().node())
                            .isEqualTo(finding.slips().get(0).node());
                    codes.add(finding.slips().get(0).code());
                    traced++;
                }
            }
        }
        assertThat(traced).isGreaterThan(150);
        assertThat(codes).hasSizeGreaterThan(25);
    }

    @Test
    void a_mistake_in_the_students_own_numbers_is_worked_from_them() {
        int z2 = 4;
        Map<Place, Digits> earlier = Map.of(worked.places(z2).get(0), Digits.parse("0.2"));
        Finding finding = found(H, "0.0800", earlier).get(0);
        assertThat(finding.codes()).contains("M08");
        Retraced retraced = diagnosis.retrace(H, finding, earlier).orElseThrow();
        assertThat(end(H, retraced)).isCloseTo(0.08, within(1e-12));
        assertThat(retraced.slipped().get(worked.places(z2).get(0).node(), 0)).isEqualTo(0.2);
        assertThat(retraced.right().get(worked.places(z2).get(0).node(), 0)).isCloseTo(0.1385, within(1e-4));
    }
}
