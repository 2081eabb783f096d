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

    @Test
    void a_letter_gives_way_to_one_that_looks_the_same() {
        for (String name : java.util.List.of("β₁", "beta1", "β_1")) {
            Report report = Derived.ofLines(
                            name + " = param(0.5)", "L = (" + name + " - 1)**2", "minimize(L, adam(lr=0.1))")
                    .report(Locale.ENGLISH, Detail.LINE);
            assertThat(report.text()).as(name).contains("β1_opt = 0.9");
        }
    }

    @Test
    void a_letter_that_gave_way_gives_way_again() {
        Derived derived = Derived.ofLines(
                "c = param([0.5, 0.25])",
                "v_c = 2.0",
                "v_c_opt = 3.0",
                "E = sum((c * v_c - v_c_opt)**2)",
                "minimize(E, momentum(lr=0.1, beta=0.9))");
        Report report = derived.report(Locale.ENGLISH, Detail.LINE);
        assertThat(report.text()).contains("v_c_opt_opt ← β v_c_opt_opt + ∂E/∂c");
        assertThat(report.latex()).contains("v_{c,\\,\\mathrm{opt},\\,\\mathrm{opt}}");
    }

    @Test
    void no_letter_of_an_update_passes_for_a_value_of_the_users() {
        Derived derived = Derived.ofLines(
                "beta1 = param(0.5)",
                "eta = param(0.3)",
                "g = param([1, 2])",
                "c = const(2)",
                "E = sum((beta1 * g - eta)**2) * c",
                "minimize(E, adam(lr=cosine(0.1, total=10)), clip=1)");
        Report report = derived.report(Locale.ENGLISH, Detail.LINE);
        assertThat(report.text())
                .contains("update  (Adam, η_opt by cosine from 0.1, T = 10, β1_opt = 0.9, β2 = 0.999")
                .contains("m_β1 ← β1_opt · m_β1 + (1 − β1_opt) · g_β1")
                .contains("c_opt = c_max / max(‖∇‖, c_max)")
                .contains("η ← η − η_opt · m̂_η / (√(v̂_η) + ε)");
        assertThat(report.latex()).contains("$\\eta_{\\mathrm{opt}}$ by cosine", "\\beta_{1,\\,\\mathrm{opt}}^{t}");
    }

    @Test
    void one_number_of_an_update_is_written_out_with_all_it_is_made_from() {
        Derived derived =
                Derived.ofLines("w = param([1, 2])", "L = sum(w**2)", "minimize(L, adamw(lr=0.1, weight_decay=0.5))");
        assertThat(derived.text(Locale.ENGLISH, Detail.ELEMENT))
                .contains("m_w₂ ← β1 · m_w₂ + (1 − β1) · ∂L/∂w₂", "0.9 · 0 + 0.1 · 4 = 0.400000")
                .contains("d_w₂ = m̂_w₂ / (√(v̂_w₂) + ε)", "4 / (√(16.000000) + 1e-8) = 1.000000")
                .contains("w₂ ← w₂ − η · λ · w₂ − Δw₂", "2 − 0.1 · 0.5 · 2 − 0.100000 = 1.800000");
    }

    @Test
    void a_negative_rate_goes_uphill() {
        for (String rule : new String[] {"sgd(lr=-0.1)", "adam(lr=-0.1)", "sgd(lr=warmup(-0.1, 3))"}) {
            Derived up = Derived.ofLines("w = param(2.0)", "L = w**2", "minimize(L, " + rule + ")");
            assertThat(up.text(Locale.ENGLISH, Detail.TERM))
                    .contains("  η is negative, so the step that is subtracted goes uphill.")
                    .doesNotContain("downhill", "descent");
            assertThat(up.text(Locale.CHINESE, Detail.TERM)).contains("沿上坡方向走").doesNotContain("下坡", "下降");
        }
        assertThat(Derived.ofLines("w = param(2.0)", "L = w**2", "minimize(L, sgd(lr=-0.1))")
                        .text(Locale.ENGLISH, Detail.LINE))
                .contains("update  (gradient ascent, η = −0.1)");
        assertThat(SHARED.text(Locale.ENGLISH, Detail.TERM)).contains("The step goes downhill");
    }
}
