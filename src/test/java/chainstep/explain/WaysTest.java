package chainstep.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Ledgers where one value goes several ways at once, or very many. */
class WaysTest {
    private static final String FOLDER = "src/test/resources/chainstep/explain/";

    private static Explainer explainer(Derived derived) {
        return new Explainer(derived.trace(), derived.lines(), Map.of(), Locale.ENGLISH);
    }

    @Test
    void a_weight_used_on_two_lines_feeds_a_value_of_each() {
        Derived shared = Derived.of(FOLDER + "shared.chain");
        String text = explainer(shared).paths(shared.loss(), shared.node("W"), 0);
        assertThat(text)
                .contains("4 paths from J")
                .contains("∂z_y₁/∂W₁₁")
                .endsWith("no path through h₂: W₁₁ feeds only z_h₁, z_y₁, J (∂z_h₂/∂W₁₁ = 0)");
    }

    @Test
    void the_ways_of_a_wide_network_are_counted_and_its_locals_are_letters() {
        Derived wide = Derived.of(FOLDER + "wide.chain");
        assertThat(explainer(wide).paths(wide.loss(), wide.node("W1"), 0)).contains("40960 paths from L");
        List<String> hops = explainer(wide)
                .hops(wide.loss(), wide.node("W1"), 0)
                .lines()
                .filter(line -> line.contains("→"))
                .toList();
        assertThat(hops).hasSize(64).allMatch(line -> line.contains("  X"));
    }

    /** The products are a·b for a of 1…5 and b of 1, −1, 2, ½, 3: the least five are ½, 1, 1, −1 and 1½. */
    @Test
    void the_ways_that_are_not_listed_add_up_to_the_rest() {
        Derived fan = Derived.ofLines(
                "x = param(1)",
                "h = [1.0, 2, 3, 4, 5] * x",
                "o = outer([1, -1, 2, 0.5, 3], [1, 1, 1, 1, 1]) @ h",
                "E = sum(o)",
                "minimize(E)");
        String text = explainer(fan).paths(fan.loss(), fan.node("x"), 0);
        assertThat(text)
                .startsWith("∂E/∂x = 82.500000     25 paths from E\n")
                .contains("    1 · 3 · 5                 = 15.000000\n")
                .endsWith("\n  the other 5 paths together  =  3.000000\n"
                        + " ".repeat(32) + "---------\n"
                        + " ".repeat(32) + "82.500000");
    }

    @Test
    void ways_that_give_nothing_leave_no_rounding_behind() {
        Derived fan = Derived.ofLines(
                "x = param(0.1)",
                "h = [0.2, 0.7, 0.1, 0, 0] * x",
                "o = outer([0.3, 0.1, 0.7, 1.3, 0.7], [1, 1, 1, 1, 1]) @ h",
                "E = sum(o)",
                "minimize(E)");
        PathLedger ledger = PathLedger.of(fan.page(Locale.ENGLISH, Detail.TERM), fan.loss(), fan.node("x"), 0);
        assertThat(ledger.listed()).hasSize(20);
        assertThat(ledger.total())
                .isNotEqualTo(
                        ledger.listed().stream().mapToDouble(Path::product).sum());
        assertThat(ledger.rest()).isZero();
    }
}
