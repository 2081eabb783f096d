package chainstep.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the boxes are: apart, from left to right, the chain of values level. */
class ArrangementTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "mazur.chain",
                "lectures/lenet_small.chain",
                "worked/lstm_gomez.chain",
                "worked/attention_scaled.chain",
                "lectures/rnn_unrolled.chain"
            })
    void boxes_are_apart_and_edges_go_to_the_right(String sample) {
        Arrangement places = Drawn.of(sample).picture().places();
        List<Spot> spots = new ArrayList<>(places.spots().values());
        for (int a = 0; a < spots.size(); a++) {
            for (int b = 0; b < a; b++) {
                assertThat(spots.get(a).grown(8).touches(spots.get(b))).isFalse();
            }
        }
        assertThat(places.bends().keySet())
                .isNotEmpty()
                .allMatch(link -> places.spots().get(link.from()).right()
                        < places.spots().get(link.to()).x());
    }

    @Test
    void no_edge_passes_behind_a_box() {
        Picture lstm = Drawn.of("worked/lstm_gomez.chain").picture();
        assertThat(lstm.routes())
                .hasSizeGreaterThan(60)
                .allSatisfy((link, route) -> assertThat(lstm.places().spots()).allSatisfy((box, spot) -> {
                    if (box != link.from() && box != link.to()) {
                        assertThat(route.passes(spot))
                                .as(link + " behind " + box)
                                .isFalse();
                    }
                }));
    }

    @Test
    void the_chain_of_values_is_level() {
        Drawn mazur = Drawn.of("mazur.chain");
        double z1 = mazur.picture().spot(mazur.node("z1")).centreY();
        double h = mazur.picture().spot(mazur.node("h")).centreY();
        assertThat(h).isBetween(z1 - 3, z1 + 3);
        Link link = new Link(mazur.node("h"), mazur.node("z2"));
        Route route = mazur.picture().routes().get(link);
        assertThat(route.end().y())
                .isBetween(route.start().y() - 3, route.start().y() + 3);
    }

    @Test
    void a_graph_too_large_to_search_has_columns_by_longest_paths() {
        Drawn mazur = Drawn.of("mazur.chain");
        Layering.Columns columns =
                LongestPaths.of(mazur.model().scheme(), mazur.picture().faces());
        assertThat(columns.columns().stream()
                        .map(column -> column.stream()
                                .map(slot -> mazur.picture()
                                        .card(slot.box().orElseThrow().id())
                                        .orElseThrow()
                                        .name())
                                .toList()))
                .containsExactly(
                        List.of("x", "W1", "b1"),
                        List.of("z1"),
                        List.of("W2", "b2", "h"),
                        List.of("z2"),
                        List.of("t", "o"),
                        List.of("E"));
    }

    @Test
    void a_camera_fits_shows_and_zooms_around_a_point() {
        Spot drawing = new Spot(0, 0, 1000, 300);
        Camera fit = Camera.fit(drawing, 800, 600, 0, 1);
        assertThat(fit.sees(drawing, 800, 600)).isTrue();
        Camera zoomed = fit.zoomed(2, 100, 100);
        assertThat(zoomed.under(new Spot(100, 100, 0, 0)).x())
                .isCloseTo(fit.under(new Spot(100, 100, 0, 0)).x(), Offset.offset(1e-9));
        assertThat(zoomed.showing(new Spot(900, 100, 50, 50), 800, 600).sees(new Spot(900, 100, 50, 50), 800, 600))
                .isTrue();
    }

    @Test
    void a_long_network_has_narrow_boxes_and_fits_a_small_window_readably() {
        Picture picture = Drawn.of("mazur.chain").picture();
        assertThat(picture.narrow()).isTrue();
        Spot all = picture.places().bounds();
        Camera fit = Camera.fit(all, 677, 600, 0, 1.3);
        assertThat(fit.scale()).isGreaterThan(0.68);
        Spot seen = fit.there(all);
        assertThat(seen.x()).isGreaterThanOrEqualTo(15);
        assertThat(seen.right()).isLessThanOrEqualTo(662);
    }
}
