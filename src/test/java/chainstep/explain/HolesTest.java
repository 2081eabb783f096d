package chainstep.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a formula fills a hole (0·ln 0 is 0), it is still written as in the book, and its numbers are those of the limit. */
class HolesTest {
    private static final Derived CERTAIN = Derived.ofLines(
            "v = param([0.5, 1, 0])",
            "t = target([1, 1, 0])",
            "p = 1 * v",
            "E = bce(p, t, reduction=\"sum\")",
            "minimize(E)");

    @Test
    void an_element_of_the_loss_has_no_cases() {
        assertThat(CERTAIN.text(Locale.ENGLISH, Detail.ELEMENT))
                .contains("E = −(t₁ · ln(p₁) + (1 − t₁) · ln(1 − p₁) + t₂ · ln(p₂) + (1 − t₂) · ln(1 − p₂)")
                .contains("p₂ → E  ∂E/∂p₂ = −1")
                .doesNotContain("NaN");
    }

    @Test
    void a_line_of_the_loss_has_no_cases() {
        assertThat(CERTAIN.text(Locale.ENGLISH, Detail.LINE))
                .contains("∂E/∂p = −(t / p − (1 − t) / (1 − p))")
                .contains("[−2  −1  1]")
                .doesNotContain("else");
    }

    @Test
    void the_slopes_of_a_power_have_no_cases() {
        Derived power = Derived.ofLines("a = param([0, 2])", "b = param([2, 3])", "E = sum(a**b)", "minimize(E)");
        assertThat(power.text(Locale.ENGLISH, Detail.LINE))
                .contains("ln(a)")
                .contains("[0.000000  5.545177]")
                .doesNotContain("else")
                .doesNotContain("NaN");
    }

    @ParameterizedTest
    @EnumSource(Detail.class)
    void a_power_of_0_says_what_is_taken(Detail detail) {
        Derived power = Derived.ofLines(
                "a = param([0, 2, 0])", "b = param([0, 3, 2])", "c = a**b", "E = sum(c)", "minimize(E)");
        assertThat(power.text(Locale.ENGLISH, detail))
                .contains("0^0 is taken as 1 (a₁ = 0 exactly, and so is its exponent)")
                .contains(
                        "0 · 0^(−1) is taken as 0, as a^0 is 1 whatever a is (a₁ = 0 exactly, and so is its exponent)")
                .contains("0^b · ln 0 is taken as 0 where b ≥ 0 (a₁ = 0, a₃ = 0 exactly)");
        assertThat(power.text(Locale.CHINESE, detail)).contains("约定 0^0 = 1（a₁ = 0，指数也是 0，恰好如此）");
        Derived spread =
                Derived.ofLines("a = param([[1, 0], [2, 3]])", "b = param([5, 0])", "E = sum(a**b)", "minimize(E)");
        assertThat(spread.text(Locale.ENGLISH, detail))
                .contains("0^b · ln 0 is taken as 0 where b ≥ 0 (a₁₂ = 0 exactly)");
        Derived none = Derived.ofLines("a = param([1, 2])", "b = param([0, 3])", "E = sum(a**b)", "minimize(E)");
        assertThat(none.text(Locale.ENGLISH, detail)).doesNotContain("taken as");
    }

    @Test
    void only_the_number_that_was_filled_says_so() {
        Derived power = Derived.ofLines(
                "a = param([0, 2, 0])", "b = param([0, 3, 2])", "c = a**b", "E = sum(c)", "minimize(E)");
        assertThat(power.text(Locale.ENGLISH, Detail.ELEMENT).split("0\\^0 is taken as 1", -1))
                .hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(Detail.class)
    void what_no_calculator_says_is_told(Detail detail) {
        assertThat(CERTAIN.text(Locale.ENGLISH, detail))
                .contains("0 · ln 0 is taken as 0, its limit (p₂ = 1, p₃ = 0 exactly)")
                .contains("0 / 0 is taken as 0, the slope of 0 · ln p (p₂ = 1, p₃ = 0 exactly)");
        assertThat(CERTAIN.text(Locale.CHINESE, detail))
                .contains("约定 0 · ln 0 = 0，即其极限（p₂ = 1、p₃ = 0，恰好如此）")
                .contains("约定 0 / 0 = 0");
    }

    @ParameterizedTest
    @EnumSource(Detail.class)
    void a_loss_without_a_hole_says_nothing(Detail detail) {
        Derived wrong = Derived.ofLines("p = param([0.5, 1])", "t = target([1, 0])", "E = bce(p, t)", "minimize(E)");
        assertThat(wrong.text(Locale.ENGLISH, detail)).doesNotContain("taken as 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[0, 0]", "[[1, 0], [1, 0]]"})
    void an_impossible_class_that_is_not_the_target_is_told(String target) {
        Derived impossible = Derived.ofLines(
                "z = param([[1, 2], [3, -1e308]])",
                "y = 10*z",
                "t = target(" + target + ")",
                "E = cross_entropy(y, t)");
        for (Detail detail : Detail.values()) {
            assertThat(impossible.text(Locale.ENGLISH, detail))
                    .contains("0 · ln 0 is taken as 0, its limit (y₂₂ = −∞, so its probability is 0)");
        }
    }

    @Test
    void an_impossible_class_that_is_the_target_is_no_hole() {
        Derived wrong = Derived.ofLines("z = param([[3, -1e308]])", "y = 10*z", "E = cross_entropy(y, [1])");
        assertThat(wrong.text(Locale.ENGLISH, Detail.TERM)).doesNotContain("taken as 0");
    }
}
