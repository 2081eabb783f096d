package chainstep.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.ui.Tasks;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the boxes are: apart, from left to right, the chain of values level. */
class ArrangementTest {
    private static final String[] SAMPLES = {
        "mazur.chain",
        "lectures/lenet_small.chain",
        "lectures/mlp_vector_form.chain",
        "lectures/rnn_unrolled.chain",
        "lectures/regularisation.chain",
        "lectures/three_class_softmax.chain",
        "worked/attention_scaled.chain",
        "worked/batchnorm_alexkode.chain",
        "worked/conv_stride_pad.chain",
        "worked/cs231n_twolayer_l2.chain",
        "worked/lstm_gomez.chain",
        "worked/rnn_thsis_matrix.chain",
        "worked/skip_and_threshold.chain",
    };

    static Stream<Arguments> drawings() {
        return Stream.of(SAMPLES)
                .flatMap(sample -> Stream.of(Room.DESK, Room.HALL)
                        .flatMap(room -> Stream.of(Grain.values()).map(grain -> Arguments.of(sample, room, grain))));
    }

    @ParameterizedTest
    @MethodSource("drawings")
    void boxes_are_apart_and_no_edge_passes_behind_one(String sample, Room room, Grain grain) {
        Drawn drawn = Drawn.of(sample);
        drawn.view.fold(grain);
        Picture picture = Picture.of(drawn.model(), room);
        List<Spot> spots = new ArrayList<>(picture.places().spots().values());
        for (int a = 0; a < spots.size(); a++) {
            for (int b = 0; b < a; b++) {
                assertThat(spots.get(a).grown(5).touches(spots.get(b))).isFalse();
            }
        }
        assertThat(picture.routes()).isNotEmpty();
        picture.routes()
                .forEach((link, route) -> picture.places().spots().forEach((box, spot) -> {
                    if (box != link.from() && box != link.to()) {
                        assertThat(route.passes(spot))
                                .as(link + " behind " + box)
                                .isFalse();
                    }
                }));
    }

    @ParameterizedTest
    @MethodSource("drawings")
    void edges_go_to_the_right_or_down(String sample, Room room, Grain grain) {
        Drawn drawn = Drawn.of(sample);
        drawn.view.fold(grain);
        Picture picture = Picture.of(drawn.model(), room);
        assertThat(picture.routes()).allSatisfy((link, route) -> {
            Spot from = picture.spot(link.from());
            Spot to = picture.spot(link.to());
            switch (route.way()) {
                case ACROSS -> assertThat(from.right()).isLessThan(to.x());
                case DOWN, AROUND, RETURN -> assertThat(from.bottom()).isLessThan(to.y());
                case RECALL -> assertThat(route.end().x()).isEqualTo(to.x());
            }
        });
    }

    @Test
    void mazur_is_readable_in_a_small_window() {
        Spot all = Drawn.of("mazur.chain").small().places().bounds();
        assertThat(Camera.fit(all, 680, 580, 0, 1.3).scale()).isGreaterThan(1);
        assertThat(Camera.fit(all, 846, 785, 0, 1.3).scale()).isGreaterThan(1.25);
    }

    @ParameterizedTest
    @CsvSource({
        "lectures/mlp_vector_form.chain, 0.9", "lectures/lenet_small.chain, 0.75",
        "lectures/rnn_unrolled.chain, 0.9", "worked/saitoh_3layer.chain, 0.8"
    })
    void a_long_chain_turns_rather_than_be_too_small_to_read(String sample, double least) {
        Picture picture = Drawn.of(sample).small();
        assertThat(picture.routes().values())
                .anyMatch(route -> route.way() == Route.Way.DOWN || route.way() == Route.Way.RETURN);
        assertThat(Camera.fit(picture.places().bounds(), 680, 580, 0, 1.3).scale())
                .isGreaterThan(least);
    }

    @ParameterizedTest
    @CsvSource({
        "lectures/hopfield.chain, 0.75", "lectures/mark_one.chain, 0.78", "lectures/nand_machine.chain, 0.65",
        "lectures/perceptron_rule.chain, 0.62", "worked/attention_scaled.chain, 0.7", "worked/mazur_222.chain, 0.75",
        "worked/han_kamber_321.chain, 0.75", "worked/mixed_ops_public.chain, 0.6"
    })
    void a_drawing_too_wide_is_broken_into_rows_that_can_be_read(String sample, double least) {
        Picture picture = Drawn.of(sample).small();
        assertThat(picture.plan().rows().count()).isGreaterThan(1);
        assertThat(picture.routes().values()).anyMatch(route -> route.way() == Route.Way.RETURN);
        assertThat(Camera.fit(picture.places().bounds(), 680, 578, 0, 1.3).scale())
                .isGreaterThan(least);
    }

    private static String chain(int length) {
        StringBuilder text = new StringBuilder("x0 = input([0.5, -0.25])\nW = param([[0.5, 0.1], [-0.2, 0.4]])\n");
        text.append("b = param([0.1, -0.1])\n");
        for (int k = 1; k <= length; k++) {
            text.append(String.format(Locale.ROOT, "z%d = W@x%d + b%nx%d = tanh(z%d)%n", k, k - 1, k, k));
        }
        return text.append("minimize(sum(x" + length + "**2))\n").toString();
    }

    @ParameterizedTest
    @ValueSource(ints = {90, 250})
    void a_chain_of_hundreds_of_boxes_is_broken_into_rows_as_wide_as_the_window_for_their_height(int length) {
        GraphModel model = Drawn.values(chain(length), Tasks.atOnce()).model();
        assertThat(model.cards()).hasSizeGreaterThan(2 * length);
        for (Room room : List.of(Room.DESK, Room.HALL)) {
            Picture picture = Picture.of(model, room);
            Spot all = picture.places().bounds();
            assertThat(all.width() / all.height() / (room.width() / room.height()))
                    .isBetween(0.7, 1.4);
            assertThat(picture.places().spots()).hasSameSizeAs(model.cards());
            int rows = picture.plan().rows().count();
            assertThat(picture.routes().values().stream().filter(route -> route.way() == Route.Way.RETURN))
                    .hasSize(rows - 1);
        }
    }

    @Test
    void rows_that_turn_out_higher_than_their_boxes_are_fewer() {
        GraphModel model = Drawn.values(DraftingTest.deep(125), Tasks.atOnce()).model();
        Spot all = Picture.of(model, Room.DESK).places().bounds();
        assertThat(all.width() / all.height() / (Room.DESK.width() / Room.DESK.height()))
                .isBetween(0.7, 1.4);
    }

    @Test
    void a_large_graph_that_is_as_high_as_wide_is_in_one_row() {
        StringBuilder text = new StringBuilder("x = input(1)\n");
        for (int k = 0; k < 160; k++) {
            text.append("w" + k + " = param(" + k + ")\nh" + k + " = w" + k + "*x\n");
        }
        text.append("minimize(h0");
        for (int k = 1; k < 160; k++) {
            text.append(" + h" + k);
        }
        GraphModel model =
                Drawn.values(text.append(")\n").toString(), Tasks.atOnce()).model();
        assertThat(model.cards()).hasSizeGreaterThan(300);
        assertThat(Picture.of(model, Room.DESK).plan()).isEqualTo(Plan.PLAIN);
    }

    @Test
    void values_go_back_to_the_next_row_without_crossing_each_other() {
        Picture nand = Drawn.of("lectures/nand_machine.chain").small();
        List<List<Line2D>> ways = nand.routes().values().stream()
                .filter(route -> route.way() == Route.Way.RETURN)
                .map(route -> route.lines(false))
                .toList();
        assertThat(ways).hasSize(2);
        assertThat(ways.get(0)).noneMatch(line -> ways.get(1).stream().anyMatch(line::intersectsLine));
    }

    @Test
    void a_drawing_is_as_wide_for_its_height_as_the_window() {
        assertThat(Room.of(new Spot(0, 0, 648, 468), false)).isEqualTo(Room.DESK);
        assertThat(Room.of(new Spot(0, 0, 634, 548), true)).isEqualTo(Room.HALL);
        assertThat(Room.of(new Spot(0, 0, 655, 460), false)).isEqualTo(Room.DESK);
        Room high = Room.of(new Spot(0, 0, 500, 900), false);
        assertThat(high.width() / high.height()).isBetween(0.5, 0.65);
    }

    @Test
    void a_network_that_fits_does_not_turn() {
        assertThat(Drawn.of("lectures/or_one_neuron.chain").picture().routes().values())
                .isNotEmpty()
                .noneMatch(route -> route.way() == Route.Way.AROUND);
    }

    @Test
    void parameters_of_every_time_step_are_lines_to_the_first_and_names_at_the_others() {
        Drawn lstm = Drawn.of("worked/lstm_gomez.chain");
        Picture picture = lstm.picture();
        assertThat(way(lstm, "Wa", "za0")).isEqualTo(Route.Way.ACROSS);
        assertThat(way(lstm, "Wa", "za1")).isEqualTo(Route.Way.RECALL);
        assertThat(way(lstm, "out0", "za1")).isEqualTo(Route.Way.ACROSS);
        assertThat(picture.routes().values().stream().filter(route -> route.way() == Route.Way.RECALL))
                .hasSize(12);
        Spot wa = picture.spot(lstm.node("Wa"));
        assertThat(picture.spot(lstm.node("za0")).x() - wa.right()).isLessThan(110);
    }

    @Test
    void parameters_of_many_gates_are_names_at_the_next_layer_too() {
        Drawn lstm = Drawn.of("worked/lstm_gomez.chain");
        lstm.view.fold(Grain.LAYER);
        assertThat(way(lstm, "Wa", "out0")).isEqualTo(Route.Way.ACROSS);
        assertThat(way(lstm, "Wa", "out1")).isEqualTo(Route.Way.RECALL);
    }

    @Test
    void an_edge_around_a_box_is_within_the_drawing() {
        GraphModel model = Drawn.of("worked/micrograd_readme.chain").model();
        List<Picture> around = Plan.all(model.scheme()).stream()
                .map(plan -> Picture.of(model, Room.DESK, plan))
                .filter(picture ->
                        picture.routes().values().stream().anyMatch(route -> route.way() == Route.Way.AROUND))
                .toList();
        assertThat(around)
                .isNotEmpty()
                .allMatch(picture -> picture.routes().values().stream()
                        .filter(route -> route.way() == Route.Way.AROUND)
                        .allMatch(route -> route.points().get(1).x()
                                <= picture.places().bounds().right()));
    }

    private static Route.Way way(Drawn drawn, String from, String to) {
        return drawn.picture()
                .routes()
                .get(new Link(drawn.node(from), drawn.node(to)))
                .way();
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
}
