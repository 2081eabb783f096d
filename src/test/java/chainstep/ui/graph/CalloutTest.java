package chainstep.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.debug.Depth;
import org.junit.jupiter.api.Test;

/** What is told of an edge stands where there is room for it. */
class CalloutTest {
    @Test
    void an_edge_is_told_of_clear_of_boxes_and_of_other_lit_edges() {
        Drawn lstm = Drawn.file("worked/lstm_gomez.chain");
        lstm.view.setSize(849, 735);
        lstm.view.doLayout();
        lstm.view.canvas().refit();
        lstm.steps(Depth.LINE, 30);
        Spot told = lstm.view.canvas().callout().orElseThrow().spot();
        assertThat(lstm.view.canvas().callout().orElseThrow().left()).contains("zf1");
        assertThat(lstm.picture().places().spots().values())
                .noneMatch(box -> told.grown(8).touches(box));
        assertThat(lstm.model().wires())
                .filteredOn(wire -> wire.flow() == Wire.Flow.BACKWARD)
                .hasSizeGreaterThan(2)
                .noneMatch(wire -> lstm.picture().routes().get(wire.link()).passes(told));
    }
}
