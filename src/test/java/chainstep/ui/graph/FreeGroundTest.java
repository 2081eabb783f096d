package chainstep.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.debug.Depth;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is told of an edge, and the small drawing of all, lie over nothing else that is drawn. */
class FreeGroundTest {
    /** The graph's part of windows of 1280 by 800 and 1600 by 1000. */
    private static final int[][] VIEWS = {{680, 575}, {849, 775}};

    /** Of the steps of an iteration, those that are looked at. */
    private static final double[] MOMENTS = {0.45, 0.65};

    private final List<String> covering = new ArrayList<>();
    private int lit;
    private int told;
    private int over;

    @Test
    void nothing_told_lies_over_a_box_a_label_or_another_edge() throws IOException {
        for (String sample : FittedTest.samples()) {
            Drawn drawn = Drawn.file(sample);
            if (drawn.view.canvas().picture().isEmpty()) {
                continue;
            }
            for (int[] view : VIEWS) {
                drawn.view.setSize(view[0], view[1]);
                drawn.view.doLayout();
                drawn.settle();
                drawn.view.canvas().refit();
                for (Depth depth : List.of(Depth.LINE, Depth.TERM)) {
                    drawn.controller.depth(depth);
                    for (double moment : MOMENTS) {
                        look(drawn, sample + " " + view[0] + " " + depth, moment);
                    }
                }
            }
        }
        assertThat(covering).isEmpty();
        assertThat(told).isEqualTo(lit).isGreaterThan(300);
        assertThat(over).isGreaterThan(30);
    }

    private void look(Drawn drawn, String where, double moment) {
        long count = drawn.controller.scene().sitting().orElseThrow().state().count();
        drawn.controller.jump(0, Math.round(moment * count));
        String at = where + " step " + Math.round(moment * count);
        Picture picture = drawn.picture();
        GraphCanvas canvas = drawn.view.canvas();
        lit += Callout.told(picture).isPresent() ? 1 : 0;
        if (Callout.told(picture).isPresent() && canvas.callout().isEmpty()) {
            covering.add(at + ": nothing told");
        }
        canvas.callout().ifPresent(callout -> {
            told++;
            Link own = Callout.told(picture).orElseThrow().link();
            check(at + ": callout", picture, callout.spot(), List.of(own), canvas);
        });
        Overview overview = drawn.view.overview();
        if (overview.isVisible() && !isOnStrip(drawn.view)) {
            over++;
            Spot under = canvas.camera().under(Spot.of(overview));
            check(at + ": overview", picture, under, List.of(), canvas);
            if (canvas.callout().filter(told -> told.spot().touches(under)).isPresent()) {
                covering.add(at + ": overview over callout");
            }
        }
    }

    static boolean isOnStrip(GraphView view) {
        Spot overview = Spot.of(view.overview());
        return Stream.of(view.getComponents())
                .filter(part -> part instanceof Strip && part.isVisible())
                .anyMatch(strip -> overview.common(Spot.of(strip)) == overview.area());
    }

    private void check(String what, Picture picture, Spot place, List<Link> own, GraphCanvas canvas) {
        for (Card card : picture.model().cards()) {
            if (picture.spot(card.id()).touches(place)) {
                covering.add(what + " over box " + card.name());
            } else if (Ground.whole(card, picture).touches(place)) {
                covering.add(what + " over a name beside " + card.name());
            }
        }
        for (Wire wire : picture.model().wires()) {
            Route route = picture.routes().get(wire.link());
            if (!own.contains(wire.link()) && route.passes(place)) {
                covering.add(what + " over " + (own.isEmpty() ? "" : "other ") + "edge " + wire.flow());
            }
        }
    }
}
