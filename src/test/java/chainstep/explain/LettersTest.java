package chainstep.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The letters that a derivation brings along give way to the file's own names. */
class LettersTest {
    private static String told(String... lines) {
        return Derived.ofLines(lines).text(Locale.ENGLISH, Detail.TERM);
    }

    @Test
    void the_long_way_of_softmax_is_told_in_the_names_of_the_file() {
        assertThat(told(
                        "s = param([0.2, -0.3, 0.5])",
                        "d = target([0.5, 0.5, 0])",
                        "y = softmax(s)",
                        "L = -sum(d*log(y))",
                        "minimize(L)"))
                .contains("the long way: ∂L/∂y = −d/y and ∂y/∂s = diag(y) − y yᵀ, so"
                        + " (diag(y) − y yᵀ)(−d/y) = y Σd − d = y − d where the targets add up to 1\n");
    }

    @Test
    void the_probabilities_get_a_letter_that_is_not_the_users() {
        String[] lines = {
            "p = param([0.2, -0.3, 0.5])",
            "t = target([0.5, 0.5, 0])",
            "q = softmax(p)",
            "L = cross_entropy(p, t) + sum(q*q)",
            "minimize(L)"
        };
        assertThat(told(lines))
                .contains("the long way, with y = softmax(p): ∂L/∂y = −t/y and ∂y/∂p = diag(y) − y yᵀ")
                .doesNotContain("∂p/∂z");
        Derived derived = Derived.ofLines(lines);
        assertThat(derived.text(Locale.CHINESE, Detail.TERM)).contains("一步一步来，记 y = softmax(p)：∂L/∂y = −t/y");
        assertThat(derived.report(Locale.ENGLISH, Detail.TERM).latex())
                .contains("with $y = \\operatorname{softmax}(p)$: $\\partial L/\\partial y = -t/y$");
    }

    @Test
    void logits_and_targets_without_a_name_get_letters_too() {
        assertThat(told(
                        "w = param([[0.2, -0.3, 0.5]])",
                        "L = cross_entropy(2*w, [1], reduction=\"sum\")",
                        "minimize(L)"))
                .contains("the long way, with z = 2·w, t = one_hot([1]), p = softmax(2·w): ∂L/∂p = −t/p and ∂p/∂z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"batch_norm", "layer_norm"})
    void the_letters_of_a_normalisation_give_way(String norm) {
        Derived derived = Derived.ofLines(
                "μ = param([[1.4, -1.5], [5.0, -3.0]])",
                "σ = param([1.0, 2.0])",
                "ε = param([0.0, 0.5])",
                "x̂ = " + norm + "(μ, σ, ε)",
                "L = sum(x̂**3)",
                "minimize(L, adam(lr=0.1))");
        assertThat(derived.text(Locale.ENGLISH, Detail.TERM))
                .contains("σ ⊙ (μ − μ_norm) / √(σ_norm² + ε_norm) + ε")
                .contains(
                        "x̂_norm = (μ − μ_norm) / √(σ_norm² + ε_norm), μ_norm = [",
                        "ε_norm = 1e-5",
                        "μ_norm and σ_norm² are");
        assertThat(derived.report(Locale.ENGLISH, Detail.TERM).latex())
                .contains("\\hat{x}_{\\mathrm{norm}}", "\\mu_{\\mathrm{norm}}", "\\sigma^{2}_{\\mathrm{norm}}");
    }

    @Test
    void one_letter_does_not_stand_for_two_small_numbers() {
        String text = Derived.ofLines(
                        "x = param([[1.4, -1.5], [5.0, -3.0]])",
                        "y = layer_norm(x, [1, 1], [0, 0])",
                        "L = sum(y**3)",
                        "minimize(L, adam(lr=0.1))")
                .text(Locale.ENGLISH, Detail.LINE);
        assertThat(text).contains("ε = 1e-5", "ε_opt = 1e-8").doesNotContain("ε = 1e-8");
    }

    @Test
    void two_names_are_never_one_symbol() {
        Derived derived = Derived.ofLines(
                "w₁ = param(0.5)",
                "w_1 = param(0.25)",
                "w1 = param(0.1)",
                "alpha = param(0.5)",
                "α = param(0.5)",
                "L = (w₁ + 2*w_1 + 3*w1 + alpha + 4*α)**2",
                "minimize(L)");
        assertThat(derived.text(Locale.ENGLISH, Detail.LINE))
                .contains("∂L/∂w₁ ", "∂L/∂w_1 ", "∂L/∂w1 ", "∂L/∂alpha ", "∂L/∂α ");
        assertThat(derived.report(Locale.ENGLISH, Detail.LINE).latex())
                .contains("\\partial w_{1}}", "\\partial \\mathit{w\\_1}}", "\\partial \\mathit{w1}}")
                .contains("\\partial \\mathit{alpha}}", "\\partial \\alpha}");
    }

    @Test
    void a_root_below_a_bar_is_held_together_before_a_factor() {
        assertThat(told("x = param([0.5, -1.0])", "L = sum(gelu(x))", "minimize(L)"))
                .contains("erf((1/√2)·x)", "(1/√(2π))·x")
                .doesNotContain("1/√2·", "√(2π)·");
    }

    @Test
    void what_an_activation_is_applied_to_is_no_version_of_the_users_own_value() {
        assertThat(told(
                        "y = param([0.5, -1.0])",
                        "h = sigmoid(y * 2)",
                        "z_h = h * 2",
                        "h = tanh(z_h + y)",
                        "L = sum(h)",
                        "minimize(L)"))
                .contains("a_h′ = z_h + y")
                .doesNotContain("z_h′");
    }
}
