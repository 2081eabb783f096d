package chainstep.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What hops and ways say beside their numbers. */
class BecauseTest {
    private static Explainer explainer(Derived derived, Locale locale) {
        return new Explainer(derived.trace(), List.of(), Map.of(), locale);
    }

    private static String ways(Locale locale, String... lines) {
        Derived derived = Derived.ofLines(lines);
        return explainer(derived, locale).paths(derived.loss(), derived.node("x"), 0);
    }

    @Test
    void a_relu_within_a_line_is_one_formula_for_all_elements() {
        Derived derived =
                Derived.ofLines("x = param([0.5, -1.5])", "y = sum(relu(x) + abs(x))", "L = 3*y", "minimize(L)");
        Explainer explainer = explainer(derived, Locale.ENGLISH);
        int x = derived.node("x");
        assertThat(explainer.hops(derived.loss(), x, 0)).contains("1{x₁ > 0} + sign(x₁) = 2");
        assertThat(explainer.hops(derived.loss(), x, 1)).contains("1{x₂ > 0} + sign(x₂) = −1");
    }

    @Test
    void what_only_a_gradient_is_taken_of_is_not_called_unused() {
        Derived derived =
                Derived.ofLines("x = param(0.5)", "f = x**3", "g = gradient(f, x)", "L = g**2", "minimize(L)");
        assertThat(explainer(derived, Locale.ENGLISH).hops(derived.loss(), derived.node("f"), 0))
                .contains("∂L/∂f = 0", "only gradients of f are used")
                .doesNotContain("used nowhere");
    }

    @Test
    void every_way_that_brings_nothing_says_why() {
        for (String flat : List.of("gelu(-1000*x)", "leaky_relu(-x, slope=0)", "x > 2", "x**0")) {
            assertThat(ways(Locale.ENGLISH, "x = param([0.5, -1.5])", "L = sum(" + flat + ")", "minimize(L)"))
                    .as(flat)
                    .contains("0, because");
        }
    }

    @Test
    void chinese_lists_names_with_its_own_comma() {
        String[] lines = {"x = param([0.5, -1.5, 2])", "w = 2*x", "L = w @ w", "minimize(L)"};
        assertThat(ways(Locale.CHINESE, lines)).contains("没有路径经过 w₂、w₃：");
        assertThat(ways(Locale.ENGLISH, lines)).contains("no path through w₂, w₃:");
    }
}
