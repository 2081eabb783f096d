package chainstep.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** An element taken out of an array inside a line is a value of its own, never mistaken for the array's element. */
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
    void the_edge_to_a_taken_element_does_not_lead_back_to_where_it_starts() {
        assertThat(LINES)
                .filteredOn(line -> line.contains("→ z["))
                .containsExactly(
                        "  z₃ → z[2]  1      ×  (∂E/∂z[2] via q) = 0  =        0  0, because (∂E/∂z[2] via q) = 0"
                                + " already",
                        "  z₂ → z[1]  1      ×  (∂E/∂z[1] via k) = 0  =        0  0, because (∂E/∂z[1] via k) = 0"
                                + " already",
                        "  z₁ → z[0]  1      ×  (∂E/∂z[0] via k, use 2) = 1  =        1",
                        "  z₁ → z[0]  1      ×  (∂E/∂z[0] via k, use 1) = 0  =        0  0, because (∂E/∂z[0] via k,"
                                + " use 1) = 0 already");
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
                .hasSizeGreaterThan(20)
                .allSatisfy((heading, count) -> assertThat(count).as(heading).isEqualTo(1));
    }

    @Test
    void what_is_said_of_a_taken_element_is_not_said_of_the_arrays_own() {
        assertThat(LINES)
                .contains(
                        "∂E/∂z[0] via k, use 1 = 0          z[0] as picked here is used once",
                        "∂E/∂z₃ via k, use 2 = 0          z₃ is not used in z[0], so nothing comes from there",
                        "∂E/∂z₁ = 1          z₁ is used only in k")
                .noneMatch(line -> line.contains("z₁ is used once"))
                .noneMatch(line -> line.contains("because ∂E/∂z₃ = 0 already"));
        assertThat(DERIVED.text(Locale.ENGLISH, Detail.TERM))
                .contains("How does E change when the second z[0] changes?")
                .contains("How does E change when z[2] as used in q changes?");
    }
}
