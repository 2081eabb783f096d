package chainstep.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.debug.Depth;
import chainstep.graph.Program;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The edges that a gradient comes back along are lit, with the local derivative on the one that is stepped. */
class LitTest {
    private static List<String> lit(Drawn drawn) {
        return drawn.model().wires().stream()
                .filter(wire -> wire.flow() == Wire.Flow.BACKWARD)
                .map(wire -> drawn.model().name(wire.link().from())
                        + GraphModel.ARROW
                        + drawn.model().name(wire.link().to()))
                .toList();
    }

    @Test
    void one_use_of_several_in_a_line_has_its_own_part_of_the_derivative() {
        Drawn drawn = Drawn.of("worked/micrograd_readme.chain").steps(Depth.TERM, 40);
        assertThat(lit(drawn)).containsExactly("d2 → d3");
        assertThat(Callout.told(drawn.picture()).orElseThrow().local()).isEqualTo("∂d3/∂d2 via d3, use 1 = 1");
        drawn.steps(Depth.TERM, 2);
        assertThat(Callout.told(drawn.picture()).orElseThrow().local()).isEqualTo("∂d3/∂d2 via d3, use 2 = 3");
    }

    @Test
    void a_gradient_that_is_a_sum_has_all_its_edges_lit_and_none_told() {
        Drawn drawn = Drawn.of("worked/lstm_gomez.chain").steps(Depth.TERM, 1);
        Program program =
                drawn.controller.scene().sitting().orElseThrow().state().program();
        drawn.controller.runTo(
                program.gradient(program.loss().orElseThrow(), drawn.node("ba")).orElseThrow());
        assertThat(lit(drawn)).containsExactlyInAnyOrder("ba → za0", "ba → za1");
        assertThat(Callout.told(drawn.picture())).isEmpty();
    }

    @Test
    void a_derivative_that_is_a_single_number_says_which() {
        Drawn drawn = Drawn.text("c = const(3)\nx = param(2)\nE = c * x\nminimize(E)\n")
                .steps(Depth.TERM, 3);
        assertThat(Callout.told(drawn.picture()).orElseThrow().local()).isEqualTo("∂E/∂x = c = 3");
    }
}
