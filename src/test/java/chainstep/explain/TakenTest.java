package chainstep.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** An element that brackets take out of an array keeps the name it has there; what comes back by one use is told as a share. */
class TakenTest {
    private static final Derived DERIVED = Derived.ofLines(
            "z = param([0.0, 0, -0.5])",
            "k = abs(z[0]) + maximum(z[0], z[1])",
            "q = max_pool2d([[0, 1], [z[2], 1]], 2)",
            "E = k + sum(q)",
            "minimize(E, sgd(lr=0.1))");

    private static final List<String> LINES =
            DERIVED.text(Locale.ENGLISH, Detail.ELEMENT).lines().toList();

    @Test
    void the_edge_of_a_taken_element_leads_to_where_it_is_used() {
        assertThat(LINES)
                .contains(
                        "  z₃ → stack(z₃, 1)₁  1      ×  ∂E/∂stack(z₃, 1)₁ = 0  =        0  0, because ∂E/∂stack(z₃, 1)₁ = 0"
                                + " already",
                        "  z₁ → k  sign(z₁) + 1 = 1  ×  ∂E/∂k = 1  =        1")
                .noneMatch(line -> line.contains("z["));
        assertThat(LINES)
                .filteredOn(line -> line.contains("→"))
                .hasSizeGreaterThan(10)
                .noneMatch(line -> line.matches(" *(.+) → \\1 .*"));
    }

    @Test
    void no_two_steps_have_one_heading() {
        Map<String, Long> headings = LINES.stream()
                .filter(line -> line.startsWith("∂E/∂"))
                .map(line -> line.replaceFirst(" (=|  ).*", ""))
                .collect(Collectors.groupingBy(heading -> heading, Collectors.counting()));
        assertThat(headings)
                .hasSizeGreaterThan(13)
                .allSatisfy((heading, count) -> assertThat(count).as(heading).isEqualTo(1));
    }

    @Test
    void an_element_used_twice_has_two_shares_and_one_used_once_its_gradient() {
        assertThat(LINES)
                .contains(
                        "∂E/∂z₁ via k, use 1 = 0          one of the 2 uses of z₁",
                        "∂E/∂z₁ via k, use 2 = 1          one of the 2 uses of z₁",
                        "∂E/∂z₁ = 1          z₁ is used only in k",
                        "∂E/∂z₃ = 0          z₃ is used once")
                .noneMatch(line -> line.contains("z₁ is used once"));
        assertThat(DERIVED.text(Locale.ENGLISH, Detail.TERM))
                .contains(
                        "How does E change when the second z₁ changes?", "z₁ is used 2 times; this is one of the uses")
                .contains("How does E change when z₃ changes?  z₃ reaches E only through stack(z₃, 1).");
    }

    @Test
    void the_gradients_of_taken_elements_are_gathered_in_one_step() {
        assertThat(told(Detail.OP, "W[0,0]*W[0,0] + W[0,1]*W[1,-2]"))
                .contains(
                        "∂L/∂W₁₂              = ∂L/∂L · W₂₁",
                        "∂L/∂W₁₁ via L, use 1 = ∂L/∂L · W₁₁",
                        "∂L/∂W₁₁ via L, use 2 = ∂L/∂L · W₁₁",
                        "∂L/∂W                = (((∂L/∂W₁₁ via L, use 1) + (∂L/∂W₁₁ via L, use 2)) at W₁₁) + (∂L/∂W₁₂ at W₁₂)"
                                + " + (∂L/∂W₂₁ at W₂₁)")
                .doesNotContain("∂W[", "∂L/∂W via", "  W₁₁ ");
    }

    @Test
    void the_share_of_an_element_is_counted_beside_the_uses_of_the_whole() {
        assertThat(told(Detail.TERM, "W[0,0]*sum(W)"))
                .contains("∂L/∂W via L, use 1", "∂L/∂W₁₁ via L, use 2 = ∂L/∂L · Σ W\n")
                .doesNotContain("∂L/∂W₁₁ = ", "gives  ∂L/∂W₁₁");
    }

    @Test
    void a_number_of_a_part_is_called_as_in_the_whole() {
        assertThat(told(Detail.ELEMENT, "sum(W[1:, :] * 2) + W[0]*W[0] @ [1, 1]"))
                .contains("∂L/∂W₂₁ = 2          W₂₁ is used once")
                .doesNotContain("W[1:, :]₁", "W[0, :]₁");
        assertThat(told(Detail.OP, "sum(W[1:, :] * 2)")).contains("∂L/∂W[1:, :]", "= ∂L/∂W[1:, :] at W[1:, :]");
        assertThat(told(Detail.TERM, "(W * 2)[0, 0] * 3")).contains("3·(2·W)₁₁").doesNotContain("(2·W)[");
    }

    @Test
    void the_gradient_of_a_taken_elements_gradient_leads_on() {
        assertThat(Derived.ofLines(
                                "x = param([0.5, -1.0, 2.0])",
                                "f = x[0]**2 * x[1]",
                                "g = gradient(f, x)",
                                "L = g[0] + g[1]**2",
                                "minimize(L)")
                        .text(Locale.ENGLISH, Detail.ELEMENT))
                .contains("∂f/∂x₁ → g₁  1      ×  ∂L/∂g₁ = 1")
                .doesNotContain("∂f/∂x₁ → ∂f/∂x₁");
    }

    private static String told(Detail detail, String loss) {
        return Derived.ofLines("W = param([[0.5, -1.0], [2.0, 3.0]])", "L = " + loss, "minimize(L)")
                .text(Locale.ENGLISH, detail);
    }
}
