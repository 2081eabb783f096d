package chainstep.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

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
}
