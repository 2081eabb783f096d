package chainstep.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.debug.Depth;
import chainstep.ui.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.swing.JComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing lies over a drawing that is seen whole, nor over the step where it is not. */
class FittedTest {
    private static final int STEPS = 40;

    /** The graph's part of windows of 1280 by 800 and 1600 by 1000. */
    private static final int[][] VIEWS = {{680, 575}, {849, 775}};

    private int fitted;

    static List<String> samples() throws IOException {
        List<String> all = new ArrayList<>();
        for (String folder : List.of("", "lectures", "worked")) {
            try (Stream<Path> files = Files.list(Path.of("samples", folder))) {
                files.map(file -> Path.of("samples").relativize(file).toString().replace('\\', '/'))
                        .filter(name -> name.endsWith(".chain"))
                        .sorted()
                        .forEach(all::add);
            }
        }
        assertThat(all).hasSizeGreaterThan(100);
        return all;
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_drawing_that_can_be_fitted_is_whole_and_bare(String sample) {
        for (int[] size : VIEWS) {
            Drawn drawn = shown(sample, size[0], size[1], false);
            for (int step = 0; step < STEPS; step++) {
                drawn.steps(Depth.TERM, 1);
                check(drawn, sample + " step " + step, fits(drawn));
            }
        }
    }

    @Test
    void most_samples_are_fitted() throws IOException {
        for (String sample : samples()) {
            fitted += fits(shown(sample, VIEWS[0][0], VIEWS[0][1], false)) ? 1 : 0;
        }
        assertThat(fitted).isGreaterThan(90);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mazur.chain",
                "lectures/tensors_batch.chain",
                "lectures/three_class_softmax.chain",
                "worked/lstm_gomez.chain"
            })
    void in_a_lecture_hall_no_tool_lies_over_a_box(String sample) {
        Drawn drawn = shown(sample, 669, 657, true);
        for (int step = 0; step < STEPS; step++) {
            drawn.steps(Depth.TERM, 1);
            check(drawn, sample + " step " + step, fits(drawn));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "worked/lstm_gomez.chain",
                "worked/attention_scaled.chain",
                "lectures/hopfield.chain",
                "mazur.chain"
            })
    void no_number_is_too_small_to_read(String sample) {
        Drawn drawn = shown(sample, 400, 380, false);
        assertThat(drawn.view.canvas().camera().scale()).isGreaterThanOrEqualTo(Room.LEGIBLE);
        assertThat(drawn.view.overview().isNeeded()).isTrue();
        for (int step = 0; step < STEPS; step++) {
            drawn.steps(Depth.TERM, 1);
            Camera camera = drawn.view.canvas().camera();
            assertThat(drawn.model().cards())
                    .filteredOn(Card::isNow)
                    .allMatch(card -> camera.sees(drawn.picture().spot(card.id()), 400, 380));
        }
    }

    @Test
    void what_nearly_fits_is_shown_whole_and_a_little_smaller() {
        Drawn mazur = shown("mazur.chain", 420, 400, false);
        assertThat(mazur.view.overview().isNeeded()).isFalse();
        assertThat(mazur.view.canvas().camera().scale()).isBetween(0.95 * Room.LEGIBLE, Room.LEGIBLE);
    }

    @Test
    void a_note_gives_way_to_the_tools() {
        Spot bar = new Spot(50, 12, 300, 26);
        Spot wish = new Spot(12, 12, 200, 28);
        assertThat(Notice.place(wish, 400, 300, List.of(bar), List.of()).y()).isGreaterThan(40);
        assertThat(Notice.place(new Spot(12, 12, 30, 28), 400, 300, List.of(bar), List.of()))
                .isEqualTo(new Spot(12, 12, 30, 28));
    }

    @Test
    void a_note_gives_way_to_boxes_and_hides_them_rather_than_a_tool() {
        Spot wish = new Spot(12, 12, 100, 28);
        Spot tall = new Spot(10, 10, 120, 200);
        Spot free = Notice.place(wish, 400, 300, List.of(), List.of(tall));
        assertThat(free.touches(tall)).isFalse();
        assertThat(free.right()).isLessThan(400);
        Spot all = new Spot(0, 0, 400, 300);
        Spot bar = new Spot(0, 0, 400, 50);
        assertThat(Notice.place(wish, 400, 300, List.of(bar), List.of(all)).touches(bar))
                .isFalse();
    }

    @Test
    void the_note_on_folding_hides_no_box_in_the_smallest_window() {
        for (String sample :
                List.of("worked/lstm_gomez.chain", "lectures/lenet_small.chain", "worked/mixed_ops_public.chain")) {
            Drawn drawn = shown(sample, 368, 280, false);
            Spot note = new Spot(12, 12, 130, 28);
            List<Spot> seen = drawn.view.canvas().seen();
            assertThat(seen).isNotEmpty();
            Spot place = Notice.place(note, 368, 280, List.of(), seen);
            assertThat(seen).as(sample).noneMatch(place::touches);
        }
    }

    private static Drawn shown(String sample, int width, int height, boolean hall) {
        Drawn drawn = Drawn.file(sample);
        drawn.view.setSize(width, height);
        drawn.controller.settings(Settings.FIRST.projector(hall));
        drawn.view.doLayout();
        drawn.settle();
        drawn.view.canvas().refit();
        return drawn;
    }

    private static boolean fits(Drawn drawn) {
        GraphCanvas canvas = drawn.view.canvas();
        Spot all = drawn.picture().places().bounds();
        double least = drawn.controller.scene().settings().projector() ? Room.PROJECTED : Room.LEGIBLE;
        return Camera.fit(all, canvas.getWidth(), canvas.getHeight(), 0, 9).scale() >= least;
    }

    private static void check(Drawn drawn, String where, boolean whole) {
        GraphCanvas canvas = drawn.view.canvas();
        Spot view = new Spot(0, 0, canvas.getWidth(), canvas.getHeight());
        Set<Integer> near = Attention.near(drawn.picture());
        List<Spot> strips = tools(drawn, Strip.class);
        for (Card card : drawn.model().cards()) {
            Spot there = canvas.camera().there(drawn.picture().spot(card.id()));
            if (whole) {
                assertThat(there.common(view)).as(where + " " + card.name()).isGreaterThan(0.999 * there.area());
            }
            for (Class<? extends JComponent> kind : List.of(ZoomBar.class, Legend.class, Overview.class)) {
                boolean other = kind == Overview.class && !whole && !near.contains(card.id());
                assertThat(tools(drawn, kind))
                        .as(where + " " + card.name() + " under " + kind)
                        .filteredOn(
                                tool -> !other && strips.stream().noneMatch(strip -> strip.common(tool) == tool.area()))
                        .noneMatch(there::touches);
            }
        }
    }

    private static List<Spot> tools(Drawn drawn, Class<? extends JComponent> kind) {
        return Stream.of(drawn.view.getComponents())
                .filter(kind::isInstance)
                .filter(part -> part.isVisible())
                .map(Spot::of)
                .toList();
    }
}
