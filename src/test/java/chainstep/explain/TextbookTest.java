package chainstep.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Signs and words as a textbook has them. */
class TextbookTest {
    private static String told(Locale locale, Detail detail, String... lines) {
        return Derived.ofLines(lines).text(locale, detail);
    }

    @Test
    void a_norm_has_its_bars() {
        Derived derived = Derived.ofLines("w = param([3, 4])", "n = norm(w)", "minimize(n)");
        assertThat(derived.text(Locale.ENGLISH, Detail.TERM)).contains("rule     n = ‖w‖");
        assertThat(derived.report(Locale.ENGLISH, Detail.TERM).latex()).contains("\\left\\lVert w \\right\\rVert");
    }

    @Test
    void a_comparison_stands_as_it_was_written() {
        String[] lines = {
            "a = param([1, 2])",
            "b = param([2, 1])",
            "c = a < b",
            "d = a <= b",
            "g = a >= b",
            "h = a != b",
            "L = sum(c*a + d*b + g*a + h*b)",
            "minimize(L)"
        };
        assertThat(told(Locale.ENGLISH, Detail.TERM, lines))
                .contains("c = 1{a < b}", "d = 1{a ≤ b}", "g = 1{a ≥ b}", "h = 1{a ≠ b}");
        assertThat(told(Locale.ENGLISH, Detail.ELEMENT, lines)).contains("c₁ = 1{a₁ < b₁}", "1{1 < 2} = 1");
    }

    @Test
    void a_reduction_says_along_what() {
        String[] lines = {
            "A = param([[1, 2, 3], [4, 5, 6]])",
            "v = param([1, 2, 3])",
            "r = sum(A, axis=1)",
            "k = mean(A, axis=0)",
            "m = max(A, axis=1)",
            "L = sum(r) + sum(k**2) + sum(m) + sum(A + v)",
            "minimize(L)"
        };
        assertThat(told(Locale.ENGLISH, Detail.TERM, lines))
                .contains("m = max[columns](A)", "one_hot(argmax[columns](A))")
                .contains("Σ[columns] is the sum over the columns")
                .contains("each number of A goes into one number of r, and gets the gradient of that")
                .contains("each number of A goes into one number of k, and gets its share");
        assertThat(told(Locale.CHINESE, Detail.TERM, lines)).contains("Σ[各列] 是对各列求和");
    }

    @Test
    void a_single_number_is_not_called_many() {
        String[] lines = {"X = input([[1, 2], [3, 4]])", "c = param([1])", "L = sum(X * c)", "minimize(L)"};
        assertThat(told(Locale.CHINESE, Detail.LINE, lines))
                .contains("∂L/∂c = Σ X", "c 用在 4 个数里")
                .doesNotContain("c 的每个数");
    }

    @Test
    void inner_values_have_words_for_titles_and_numbers_are_substituted() {
        String text = told(Locale.ENGLISH, Detail.TERM, "x = param([1, 2])", "L = sum(sigmoid(x)**2)", "minimize(L)");
        assertThat(text)
                .contains("σ(x), on the way to L", "Σ σ(x)²")
                .doesNotContain("numbers  1\n")
                .doesNotContain("rule     σ(x) = ");
        assertThat(told(Locale.ENGLISH, Detail.TERM, "x = param([1, 2])", "y = x + 1", "L = sum(y)", "minimize(L)"))
                .contains("rule     ∂L/∂x = ∂L/∂y", "value    [1  1]");
    }

    @Test
    void what_is_minimised_has_a_letter_of_its_own() {
        String[] lines = {"w = param([1, 2])", "L = sum(w)**2", "minimize(L, sgd(lr=0.1), l2=0.5)"};
        assertThat(told(Locale.ENGLISH, Detail.LINE, lines))
                .contains("what is minimised is J, the loss with its penalties")
                .contains("J = L + 0.5·Σ w²", "∂J/∂L", "∂J/∂w via J")
                .doesNotContain("E = ", "∂L/∂w");
        assertThat(told(Locale.ENGLISH, Detail.TERM, lines))
                .contains("J, what is minimised: the loss with its penalties")
                .contains("because  J = L + 0.5·Σ w²  gives  ∂J/∂L = 1");
    }

    @Test
    void class_numbers_have_the_shortcut_of_softmax_and_cross_entropy_as_rows_have() {
        String[] lines = {
            "Z = param([[1, 2, 0.5], [0.1, 0.2, 0.3], [1, 0, 3]])",
            "y = target([0, 2, 1])",
            "L = cross_entropy(Z, y)",
            "minimize(L)"
        };
        assertThat(told(Locale.ENGLISH, Detail.LINE, lines))
                .contains("softmax and cross-entropy together: ∂L/∂Z = (softmax(Z) − one_hot(y)) / 3");
        assertThat(told(Locale.ENGLISH, Detail.TERM, lines))
                .contains("the long way, with t = one_hot(y), p = softmax(Z), for each row: ∂L/∂p = −t/p and ∂p/∂Z = ");
        assertThat(told(Locale.CHINESE, Detail.LINE, lines)).contains("(softmax(Z) − one_hot(y)) / 3");
    }

    @Test
    void a_gradient_has_one_name_in_a_step_and_its_notes() {
        String[] lines = {
            "W = param([[1, 2], [3, 4]])",
            "f = input([1, 2])",
            "b = param([0, 1])",
            "z = W @ f + b",
            "L = sum(z**2)",
            "minimize(L)"
        };
        Derived derived = Derived.ofLines(lines);
        Page page = derived.page(Locale.ENGLISH, Detail.TERM);
        int gradient = derived.model()
                .program()
                .gradient(derived.loss(), derived.node("W"))
                .orElseThrow();
        ElementText text = new ElementText(page);
        assertThat(text.first(derived.model().program().node(gradient), Form.EMPTY)
                        .get(0)
                        .plain())
                .isEqualTo("its first number: ∂L/∂W₁₁ = ∂L/∂z₁ · f₁ = 10 · 1 = 10");
    }

    @Test
    void the_numbers_of_a_normal_distribution_are_roots() {
        Derived derived = Derived.ofLines("Z = param([1, 2])", "G = gelu(Z)", "L = sum(G)", "minimize(L)");
        assertThat(derived.text(Locale.ENGLISH, Detail.TERM))
                .contains("erf((1/√2)·Z)", "(1/√(2π))·Z ⊙ exp(−0.5·Z²)", "erf⎝0.707107 · [2]");
        assertThat(derived.report(Locale.ENGLISH, Detail.TERM).latex()).contains("\\tfrac{1}{\\sqrt{2\\pi}}");
        assertThat(told(
                        Locale.ENGLISH,
                        Detail.TERM,
                        "Z = param([1, 2])",
                        "L = sum(gelu(Z, approximate=\"tanh\"))",
                        "minimize(L)"))
                .contains("√(2/π)·(Z + ");
    }

    @Test
    void ones_copied_along_rows_are_silent() {
        String[] lines = {
            "P = param([[0.2, 0.8], [0.5, 0.5]])",
            "T = target([[1, 0], [0, 1]])",
            "L = -mean(sum(T*log(P), axis=1))",
            "minimize(L)"
        };
        assertThat(told(Locale.ENGLISH, Detail.LINE, lines))
                .contains("∂L/∂P = −T / (2·P)")
                .doesNotContain("𝟏ᵀ");
    }

    @Test
    void the_transpose_of_a_product_is_multiplied_out() {
        assertThat(Derived.ofLines(
                                "Q = param([[0.5, -0.2], [0.3, 0.8]])",
                                "K = param([[0.1, 0.9], [0.7, -0.4], [0.2, 0.3]])",
                                "S = Q @ K.T",
                                "L = sum(S**2)",
                                "minimize(L)")
                        .text(Locale.ENGLISH, Detail.LINE))
                .contains("∂L/∂K = (∂L/∂S)ᵀ · Q ");
    }

    @Test
    void ones_beside_a_part_of_their_shape_are_silent() {
        assertThat(Derived.ofLines("x = param([0.5, 2, 0.3])", "f = x[1] * sum(x[:2]**3)", "minimize(f)")
                        .text(Locale.ENGLISH, Detail.LINE))
                .contains("∂f/∂x = (Σ x[:2]³ at x₂) + (3·x₂ x[:2]² at x[:2])");
    }

    @Test
    void what_is_transposed_twice_is_itself() {
        String[] lines = {
            "Q = param([[1, 2], [0.5, 3]])", "K = param([[1, 0.2], [0.5, 3]])", "L = sum((Q @ K.T)**2)", "minimize(L)"
        };
        assertThat(told(Locale.ENGLISH, Detail.TERM, lines)).contains("· K\n").doesNotContain("(Kᵀ)ᵀ");
        assertThat(Derived.ofLines(lines).report(Locale.ENGLISH, Detail.TERM).latex())
                .doesNotContain("{K^{\\top}}^{\\top}");
    }

    @Test
    void a_unit_is_off_at_the_number_that_its_value_shows() {
        String[] lines = {"w = param([0.1, -1.3])", "z = w + 0.3", "h = relu(z)", "L = sum(h)", "minimize(L)"};
        assertThat(told(Locale.ENGLISH, Detail.LINE, lines))
                .contains("0 where relu is off: z₂ = −1\n")
                .doesNotContain("e-16");
    }

    @Test
    void each_way_of_not_being_finite_has_its_reason() {
        String[] lines = {"w = param([2, -1, 0])", "z = log(w)", "L = sum(z)", "minimize(L)"};
        assertThat(told(Locale.ENGLISH, Detail.LINE, lines))
                .contains("z₃ = −∞, the logarithm of 0")
                .contains("z₂ = NaN, the logarithm of −1");
    }

    @Test
    void the_derivative_by_a_square_is_no_second_derivative() {
        String told = Derived.ofLines("d = param([1, 2])", "E = sum(d**2)", "minimize(E)")
                .text(Locale.ENGLISH, Detail.OP);
        assertThat(told).contains("∂E/∂(d²)").doesNotContain("∂E/∂d²");
    }
}
