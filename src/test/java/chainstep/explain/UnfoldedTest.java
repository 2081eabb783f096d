package chainstep.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

/** One number of an operation of several stages, or of windows, reads as a textbook would write it out. */
class UnfoldedTest {
    private static final String WEIGHTS = "W = const([[1, 2], [3, -1], [2, 1]])";

    private static String text(Detail detail, String... lines) {
        return Derived.ofLines(lines).text(Locale.ENGLISH, detail);
    }

    private static String normalised(String layer, Detail detail) {
        return text(
                detail,
                "z = param([[0.1, 0.5], [0.7, 0.2], [0.3, 0.9]])",
                "g = param([1.5, 0.5])",
                "b = param([0.1, -0.2])",
                "n = " + layer + "(z, g, b)",
                WEIGHTS,
                "E = sum(n * W)",
                "minimize(E)");
    }

    @Test
    void a_normalised_number_is_written_with_its_mean_and_variance() {
        assertThat(normalised("batch_norm", Detail.ELEMENT))
                .contains("n₁₁ = g₁ · (z₁₁ − μ₁) / √(σ₁² + ε) + b₁")
                .contains("1.5 · (0.1 − 0.366667) / √(0.062222 + 1e-5) + 0.1 = −1.503439")
                .contains("where μ₁ = (z₁₁ + z₂₁ + z₃₁) / 3 = (0.1 + 0.7 + 0.3) / 3 = 0.366667");
        assertThat(normalised("layer_norm", Detail.ELEMENT))
                .contains("n₂₁ = g₁ · (z₂₁ − μ₂) / √(σ₂² + ε) + b₁")
                .contains("where μ₂ = (z₂₁ + z₂₂) / 2 = (0.7 + 0.2) / 2 = 0.450000");
    }

    @Test
    void a_normalisation_has_its_closed_gradient_with_numbers() {
        assertThat(normalised("batch_norm", Detail.ELEMENT).replaceAll("\n +", " "))
                .contains("∂E/∂z₁₁ = g₁ · (3·∂E/∂n₁₁ − s₁ − x̂₁₁ · t₁) / (3·√(σ₁² + ε))")
                .contains("1.5 · (3 · 1 − 6 − (−1.068959 · 2.405158)) / (3 · √(0.062222 + 1e-5)) = −0.859813")
                .contains("where s₁ = ∂E/∂n₁₁ + ∂E/∂n₂₁ + ∂E/∂n₃₁ = 1 + 3 + 2 = 6")
                .contains("g₁ → n₁₁  (z₁₁ − μ₁) / √(σ₁² + ε) = −1.068959  ×  ∂E/∂n₁₁ = 1");
    }

    @Test
    void the_letters_of_a_normalisation_are_introduced_in_words() {
        assertThat(normalised("batch_norm", Detail.TERM))
                .contains("rule     n = g ⊙ (z − μ) / √(σ² + ε) + b")
                .contains("μ and σ² are the mean and the variance of each column of z, over its 3 rows")
                .contains("where μ = [0.366667  0.533333], σ² = [0.062222  0.082222], ε = 1e-5")
                .contains("where x̂ = (z − μ) / √(σ² + ε), μ =");
        assertThat(normalised("layer_norm", Detail.LINE)).contains("of each row of z, over its 2 numbers");
    }

    @Test
    void a_pool_names_who_won() {
        String[] lines = {
            "n = param([[0.1, 0.7, 0.2, 0.3], [0.3, 0.2, 0.9, 0.9]])",
            "p = max_pool2d(n, 2)",
            "W = const([[3, 5]])",
            "E = sum(p * W)",
            "minimize(E)"
        };
        assertThat(text(Detail.TERM, lines))
                .contains("∂E/∂n = Σ[windows it won] ∂E/∂p")
                .contains("because  n₁₂ won p₁₁ (0.7 > 0.3);  n₂₃ won p₁₂ (0.9 = 0.9: the first of equals wins)")
                .doesNotContain("ᵀ · ∂E");
        assertThat(text(Detail.ELEMENT, lines)).contains("p₁₁ = max(n₁₁, n₁₂, n₂₁, n₂₂)");
    }

    @Test
    void a_strided_convolution_has_one_form_with_indices() {
        String text = text(
                Detail.TERM,
                "x = param([[1, 2, 3], [4, 5, 6], [7, 8, 9]])",
                "K = param([[1, -1], [0.5, 2]])",
                "c = conv2d(x, K, stride=2, pad=1)",
                "W = const([[1, 2], [3, 4]])",
                "E = sum(c * W)",
                "minimize(E)");
        assertThat(text)
                .contains("rule     ∂E/∂Kᵤᵥ = Σᵢⱼ ∂E/∂cᵢⱼ · x₂ᵢ₊ᵤ₋₃,₂ⱼ₊ᵥ₋₃")
                .contains("rule     ∂E/∂xᵣₛ = Σᵢⱼ ∂E/∂cᵢⱼ · Kᵣ₋₂ᵢ₊₃,ₛ₋₂ⱼ₊₃")
                .contains("its first number: ∂E/∂K₁₁ = ∂E/∂c₂₂ · x₂₂ = 4 · 5 = 20")
                .doesNotContain("ᵀ · ∂E");
    }

    @Test
    void a_case_says_why_it_holds() {
        assertThat(text(Detail.ELEMENT, "x = param([-1.2, 0.5])", "d = elu(x)", "E = sum(d)", "minimize(E)"))
                .contains("d₁ = exp(x₁) − 1")
                .contains("this case, because x₁ ≤ 0 (−1.2 ≤ 0)");
    }

    @Test
    void a_long_sum_is_shortened_and_a_long_line_broken() {
        String text = text(Detail.ELEMENT, "x = param(normal(40, seed=1))", "y = sum(x)", "minimize(y)");
        assertThat(text).contains("y = x₁ + x₂ + x₃ + x₄ + x₅ + x₆ + …");
        String wide = text(Detail.ELEMENT, "x = param(normal(12, seed=1))", "y = sum(x ** 2 + 1)", "minimize(y)");
        assertThat(wide.lines()).allMatch(line -> Width.of(line) <= 125);
    }

    @Test
    void class_numbers_leave_the_class_alone() {
        assertThat(text(
                        Detail.ELEMENT,
                        "x = param([[0.5, -1.2, 2.0], [1.1, 0.3, -0.4]])",
                        "k = const([2, 0])",
                        "c = cross_entropy(x, k)",
                        "minimize(c)"))
                .contains("c = −(x₁₃ − m₁ − ln(s₁) + x₂₁ − m₂ − ln(s₂)) / 2");
    }

    @Test
    void the_numbers_of_a_large_normalisation_are_not_worked_out_for_the_page() {
        String text = text(
                Detail.TERM,
                "z = param(normal(300, 40, seed=1))",
                "g = param(ones(40))",
                "b = param(zeros(40))",
                "n = batch_norm(z, g, b)",
                "E = sum(n ** 3)",
                "minimize(E)");
        assertThat(text)
                .contains("∂E/∂g = Σ[rows] ∂E/∂n ⊙ x̂")
                .contains("where x̂ = (z − μ) / √(σ² + ε), ε = 1e-5")
                .doesNotContain("its first number: n₁₁");
    }

    @Test
    void letters_for_what_is_made_on_the_way_never_run_out() {
        Derived used = Derived.ofLines(
                "s = param([[0.5, -1, 2], [1, 0.3, -0.2]])",
                "t = 2 * s",
                "u = softmax(t, axis=1)",
                "v = param([1, 2, 3])",
                "q = param([0.1, 0.2, 0.3])",
                "r = layer_norm(u, v, q)",
                "a = r**3",
                "E = sum(a)",
                "minimize(E)");
        assertThat(used.text(Locale.ENGLISH, Detail.TERM))
                .doesNotContain("made")
                .contains("where b₁ = ");
    }
}
