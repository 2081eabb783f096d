package chainstep.homework.mistake;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.homework.Assignment;
import chainstep.homework.Finding;
import chainstep.homework.Place;
import chainstep.homework.Worked;
import chainstep.lang.ChainReader;
import chainstep.lang.Source;
import chainstep.math.Digits;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Slips made in a later iteration are found there. */
class LaterIterationTest {
    private static final double X = 1.7;
    private static final double T = 1.31;
    private static final double W = 0.43;

    private static Finding first(String rule, String asked, double wrong) {
        Worked worked = worked(rule, asked);
        return first(worked, wrong, Map.of());
    }

    private static Worked worked(String rule, String... asked) {
        String text = "x = input(1.7)\nt = target(1.31)\nw = param(0.43)\ny = w*x\nE = (y - t)**2\nminimize(E, " + rule
                + ")\n";
        Assignment none = new Assignment(ChainReader.read(Source.of("later", text), Path.of(".")), List.of());
        return Worked.of(none.asking(List.of(asked).stream().map(none::question).toList()));
    }

    private static Finding first(Worked worked, double wrong, Map<Place, Digits> earlier) {
        Digits written =
                Digits.parse(new BigDecimal(wrong).round(new MathContext(5)).toString());
        int last = worked.assignment().questions().size() - 1;
        List<Finding> findings = new Diagnosis(worked).of(last, List.of(Optional.of(written)), earlier);
        assertThat(findings).isNotEmpty();
        return findings.get(0);
    }

    private static double gradient(double w) {
        return 2 * (w * X - T) * X;
    }

    @Test
    void the_old_weight_used_in_the_next_iteration_is_found_after_right_answers() {
        Worked worked = worked("sgd(lr=0.1)", "new(w)", "at(1, y)", "at(1, new(w))");
        double next = W - 0.1 * gradient(W);
        Map<Place, Digits> earlier = new HashMap<>();
        earlier.put(worked.places(0).get(0), Digits.parse(String.valueOf(next)));
        earlier.put(worked.places(1).get(0), Digits.parse(String.valueOf(next * X)));
        Finding finding = first(worked, W - 0.1 * gradient(next), earlier);
        assertThat(finding.codes()).contains("M51");
        assertThat(finding.slips().get(0).explanation().in(Locale.ENGLISH)).contains("of the iteration before", ": w.");
    }

    @Test
    void a_weight_updated_too_early_in_the_next_iteration_is_found() {
        double next = W - 0.1 * gradient(W);
        double after = next - 0.1 * gradient(next);
        Worked worked = worked("sgd(lr=0.1)", "at(1, new(w))", "at(1, y)");
        assertThat(first(worked, after * X, Map.of()).codes()).contains("M07");
    }

    @Test
    void a_velocity_forgotten_or_damped_is_found() {
        String rule = "momentum(lr=0.1, beta=0.8)";
        double next = W - 0.1 * gradient(W);
        assertThat(first(rule, "at(1, new(w))", next - 0.1 * gradient(next)).codes())
                .contains("M58");
        double once = W - 0.1 * 0.2 * gradient(W);
        double velocity = 0.8 * 0.2 * gradient(W) + 0.2 * gradient(once);
        assertThat(first(rule, "at(1, new(w))", once - 0.1 * velocity).codes()).contains("M58");
    }

    @Test
    void corrections_by_another_count_of_updates_and_corrected_memories_kept_are_found() {
        String rule = "adam(lr=0.1, beta1=0.9, beta2=0.99)";
        double next = W - 0.1 * Math.signum(gradient(W));
        double m = 0.9 * 0.1 * gradient(W) + 0.1 * gradient(next);
        double v = 0.99 * 0.01 * Math.pow(gradient(W), 2) + 0.01 * Math.pow(gradient(next), 2);
        double late = (m / (1 - 0.729)) / Math.sqrt(v / (1 - Math.pow(0.99, 3)));
        Worked worked = worked(rule, "new(w)", "at(1, state(w, \"direction\"))");
        Digits updated = Digits.parse(String.valueOf(worked.exact(0).get(0)));
        assertThat(first(worked, late, Map.of(worked.places(0).get(0), updated)).codes())
                .contains("M58");
        double kept = (0.9 * gradient(W) + 0.1 * gradient(next)) / (1 - 0.81);
        double spread = (0.99 * Math.pow(gradient(W), 2) + 0.01 * Math.pow(gradient(next), 2)) / (1 - 0.99 * 0.99);
        assertThat(first(rule, "at(1, state(w, \"direction\"))", kept / Math.sqrt(spread))
                        .codes())
                .contains("M58");
    }
}
