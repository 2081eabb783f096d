package chainstep.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

/** How schedules, clipping and steps of an update are written. */
class UpdateTextTest {
    private static final Derived SHARED = Derived.of("src/test/resources/chainstep/explain/shared.chain");

    private static String line() {
        return SHARED.report(Locale.ENGLISH, Detail.LINE).text();
    }

    @Test
    void the_heading_tells_the_schedule_and_every_number_of_the_update() {
        assertThat(line()).contains("update  (momentum, η by cosine from 0.1, T = 100, β = 0.9, c_max = 1)");
    }

    @Test
    void a_cosine_schedule_is_written_with_the_letters_of_its_heading() {
        assertThat(line()).contains("η = 0.5·η₀ · (1 + cos(π · min(k, T) / T))");
    }

    @Test
    void the_step_of_a_weight_is_its_delta() {
        assertThat(SHARED.report(Locale.ENGLISH, Detail.TERM).text())
                .contains("rule     ΔW = η v_W")
                .contains("rule     W ← W − ΔW");
        assertThat(Derived.of("samples/mazur.chain")
                        .report(Locale.ENGLISH, Detail.TERM)
                        .latex())
                .contains("\\Delta W^{(2)} & = \\eta");
    }

    @Test
    void labels_hold_in_an_update_and_in_all_that_belongs_to_it() {
        Derived derived = Derived.ofLines(
                "w = param([1, 2])", "label(w, \"w5 w6\")", "L = sum(w**2)", "minimize(L, momentum(lr=0.1, beta=0.9))");
        Report report =
                new Report(derived.trace(), derived.lines(), derived.model().labels(), Locale.ENGLISH, Detail.ELEMENT);
        assertThat(report.text())
                .contains("rule     Δw5 = η · v_w5", "rule     w5 ← w5 − Δw5", "all gradients use the old w5;")
                .doesNotContain("w₁", "w₂");
        assertThat(report.latex()).contains("\\Delta w_{5}", "v_{w_{5}}");
    }
}
