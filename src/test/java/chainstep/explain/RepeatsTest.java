package chainstep.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

/** One use among several is never told as the whole gradient. */
class RepeatsTest {
    private static final Derived PARTS = Derived.ofLines(
            "x = param([0.3, 0.2])", "z = x[0]", "w = x[0] * x[1]", "L = z * w + max(x)", "minimize(L)");
    private static final Derived COPIES = Derived.ofLines(
            "x = param([0.3, 0.2])",
            "h = tanh(x)",
            "a = exp(x) * exp(x)",
            "L = dot(h - [1, 0], h - [1, 0]) + sum(a)",
            "minimize(L)");

    @Test
    void a_part_of_a_value_used_elsewhere_is_told_by_its_use() {
        assertThat(PARTS.text(Locale.ENGLISH, Detail.TERM))
                .contains("∂L/∂x₁ via w = ∂L/∂w · x₂", "x₁ is used 3 times; this is one of the uses")
                .doesNotContain("∂L/∂x₁ = ", "∂L/∂x[0]", "when x₁ changes?");
        assertThat(PARTS.text(Locale.CHINESE, Detail.TERM)).contains("x₁ 被用了 3 次");
    }

    @Test
    void equal_formulas_are_counted() {
        assertThat(COPIES.text(Locale.ENGLISH, Detail.TERM))
                .contains(
                        "the first exp(x)",
                        "the second exp(x)",
                        "∂L/∂exp(x) via a, use 1 = ∂L/∂a ⊙ exp(x)",
                        "exp(x) stands in 2 places")
                .doesNotContain("∂L/∂exp(x) = ", "gives  ∂a/∂exp(x)");
        assertThat(COPIES.text(Locale.CHINESE, Detail.TERM)).contains("第一个 exp(x)");
    }

    @Test
    void no_space_parts_a_chinese_sentence_from_a_chinese_word() {
        String text = Derived.ofLines(
                        "z = param([0.3, -0.1])",
                        "u = z[0] * 2",
                        "k = abs(z[0]) + sum(maximum(z[0], z[1]) * z) + exp(u) * exp(u)",
                        "minimize(k)")
                .text(Locale.CHINESE, Detail.TERM);
        assertThat(text).contains("这里是第二个 ").doesNotContainPattern("\\p{IsHan} 第[一二三]个");
    }

    @Test
    void an_element_of_one_use_is_titled_by_its_use() {
        assertThat(COPIES.text(Locale.ENGLISH, Detail.ELEMENT))
                .contains("∂L/∂x₁ via h = −1.297092          one of the 3 uses of x", "∂L/∂x₁ = 2.347146");
        assertThat(COPIES.text(Locale.CHINESE, Detail.ELEMENT)).contains("x 的 3 次使用之一");
    }

    @Test
    void a_gradient_that_is_only_passed_on_has_the_name_of_what_came_in() {
        Derived derived = Derived.of("samples/mazur.chain");
        Explainer explainer = new Explainer(derived.trace(), derived.lines(), java.util.Map.of(), Locale.ENGLISH);
        assertThat(derived.model().program().nodes())
                .extracting(node -> explainer.element(node.id(), 0).plain())
                .contains("∂E/∂z1₁")
                .doesNotContain("∂E/∂(W1 x)₁");
    }

    @Test
    void of_a_value_multiplied_by_itself_one_factor_changes_at_a_time() {
        Derived square = Derived.ofLines("q = param([0.5, 0.25])", "L = sum(q*q)", "minimize(L)");
        assertThat(square.text(Locale.ENGLISH, Detail.TERM))
                .contains(
                        "the term through  q ⊙ q",
                        "this is its use in q ⊙ q.",
                        "∂L/∂q via L, use 1 = ∂L/∂(q²) ⊙ q           because  q² = q ⊙ q,  in which only the first q changes here",
                        "∂L/∂q via L, use 2 = ∂L/∂(q²) ⊙ q           because  q² = q ⊙ q,  in which only the second q changes here",
                        "∂L/∂q = (∂L/∂q via L, use 1) + (∂L/∂q via L, use 2)")
                .doesNotContain("∂(q²)/∂q");
        assertThat(square.text(Locale.CHINESE, Detail.TERM))
                .contains("这里只有第二个 q 在变")
                .doesNotContain("∂(q²)/∂q");
        assertThat(square.text(Locale.ENGLISH, Detail.LINE)).contains("∂L/∂q = 2·q");
        assertThat(square.report(Locale.ENGLISH, Detail.TERM).latex())
                .contains("because  $q^{2} = q \\odot q$,  in which only the first $q$ changes here");
    }

    @Test
    void a_formula_with_a_value_in_two_places_has_no_derivative_in_one_term() {
        assertThat(Derived.ofLines(
                                "q = param([0.5, 0.25])",
                                "L = sum((q + 1)*q) + sum(exp(q)*exp(q)) + sum(q - q)",
                                "minimize(L)")
                        .text(Locale.ENGLISH, Detail.TERM))
                .contains(
                        "because  ∂(q + 1)/∂q = 1",
                        "because  ∂exp(q)/∂q = exp(q)",
                        "in which only the second q changes")
                .doesNotContain("∂((q + 1) ⊙ q)/∂q =", "∂(exp(q)²)/∂exp(q)", "∂(q − q)/∂q =", "∂0/");
    }

    @Test
    void all_of_a_value_with_a_new_axis_is_no_part_of_it() {
        Derived derived = Derived.ofLines(
                "m = param([[0.5, 0.25], [1, 2]])",
                "L = sum(m[:, None, :] * m[:, :, None]) + sum(m[0])",
                "minimize(L)");
        assertThat(derived.text(Locale.ENGLISH, Detail.TERM))
                .contains("m[:, None, :] is all of m, which is used 3 times", "m[0, :] is a part of m, which")
                .doesNotContain("m[:, None, :] is a part");
        assertThat(derived.text(Locale.CHINESE, Detail.TERM)).contains("m[:, None, :] 就是整个 m，m 被用了 3 次");
    }

    @Test
    void the_gradient_of_an_array_of_one_number_is_an_array() {
        Derived derived = Derived.ofLines("a = param([3, 4])", "d = a[1:]", "L = sum(d) + sum(a)", "minimize(L)");
        assertThat(derived.text(Locale.ENGLISH, Detail.LINE))
                .contains("∂L/∂d       = 𝟏")
                .contains("= [1]\n");
    }
}
