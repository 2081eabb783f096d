package chainstep.ui.timeline;

import static chainstep.ui.timeline.Tracks.WIDTH;
import static chainstep.ui.timeline.Tracks.mouse;
import static chainstep.ui.timeline.Tracks.on;
import static chainstep.ui.timeline.Tracks.press;
import static chainstep.ui.timeline.Tracks.state;
import static org.assertj.core.api.Assertions.assertThat;

import chainstep.debug.DebugState;
import chainstep.debug.Depth;
import chainstep.ui.DebugController;
import chainstep.ui.Picked;
import chainstep.ui.Seen;
import chainstep.ui.Settings;
import chainstep.ui.Stage;
import chainstep.ui.look.Hue;
import chainstep.ui.look.Palette;
import chainstep.ui.look.Theme;
import java.awt.event.InputEvent;
import java.awt.event.MouseEvent;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is marked on the timeline beside what is now: what is picked, and where runs stop. */
class TimelineMarksTest {
    private static List<Stops.Dot> dots(DebugController controller) {
        return Stops.of(controller.scene().sitting().orElseThrow()).dots();
    }

    private static JMenuItem item(JPopupMenu menu, int number) {
        return Stream.of(menu.getComponents())
                .filter(JMenuItem.class::isInstance)
                .map(JMenuItem.class::cast)
                .toList()
                .get(number);
    }

    private static String words(JPopupMenu menu) {
        return Stream.of(menu.getComponents())
                .filter(JMenuItem.class::isInstance)
                .map(part -> ((JMenuItem) part).getText())
                .collect(Collectors.joining("\n"));
    }

    private static int node(DebugController controller, String name) {
        return state(controller).program().named(name).orElseThrow();
    }

    @Test
    void the_step_that_computes_what_is_picked_is_marked_and_leads_there() {
        DebugController controller = Stage.of("mazur");
        controller.depth(Depth.TERM);
        controller.jump(0, 20);
        TimelineView view = on(controller);
        StepTrack track = Seen.part(view, StepTrack.class);
        int steps = 0;
        for (long index = 0; index < state(controller).count(); index++) {
            BufferedImage bare = Seen.painted(view, WIDTH, 130);
            int node = state(controller).tree().at(0, index, Depth.TERM).node();
            controller.pick(Optional.of(Picked.whole(node)));
            BufferedImage marked = Seen.painted(view, WIDTH, 130);
            double pitch = (WIDTH - 2.0 * Track.ASIDE) / state(controller).count();
            for (int x = 0; x < WIDTH; x++) {
                boolean near = Math.abs(x - Track.ASIDE - (index + 0.5) * pitch) < pitch / 2 + 6;
                int at = x;
                boolean changed = IntStream.range(0, 130).anyMatch(y -> bare.getRGB(at, y) != marked.getRGB(at, y));
                assertThat(!changed || near).as("step %d at %d", index, x).isTrue();
                steps += changed ? 1 : 0;
            }
            assertThat(track.getAccessibleContext().getAccessibleDescription())
                    .contains("; picked: step " + (index + 1) + ": ");
            assertThat(track.tip(controller.scene().sitting().orElseThrow(), index))
                    .endsWith(" · picked");
            controller.pick(Optional.empty());
        }
        assertThat(steps).isGreaterThan(25 * 20);
        assertThat(track.getAccessibleContext().getAccessibleDescription()).doesNotContain("picked");
        controller.pick(Optional.of(Picked.whole(node(controller, "z2"))));
        mouse(track, MouseEvent.MOUSE_PRESSED, Track.ASIDE + (int) (4.5 * (WIDTH - 2.0 * Track.ASIDE) / 26));
        assertThat(state(controller).index()).isEqualTo(4);
    }

    @Test
    void what_is_given_is_marked_at_its_next_value_and_one_number_at_its_own_step() {
        DebugController controller = Stage.of("mazur");
        controller.depth(Depth.TERM);
        controller.pick(Optional.of(new Picked(node(controller, "W2"), 1)));
        assertThat(Chosen.of(controller.scene())).contains(new Chosen(25, 25));
        controller.pick(Optional.of(Picked.whole(node(controller, "x"))));
        assertThat(Chosen.of(controller.scene())).isEmpty();
        controller.depth(Depth.ELEMENT);
        controller.pick(Optional.of(Picked.whole(node(controller, "z1"))));
        assertThat(Chosen.of(controller.scene())).contains(new Chosen(2, 3));
        controller.pick(Optional.of(new Picked(node(controller, "z1"), 1)));
        assertThat(Chosen.of(controller.scene())).contains(new Chosen(3, 3));
    }

    @Test
    void where_many_steps_share_a_pixel_what_is_picked_is_still_seen() {
        DebugController controller = Stage.ofText(
                "X = const(normal(500, 700, std=1, seed=1))\nA = sigmoid(X)\nB = A * X\nC = B + A\nE = sum(C)\n",
                Settings.FIRST);
        controller.depth(Depth.ELEMENT);
        TimelineView view = on(controller);
        controller.pick(Optional.of(new Picked(node(controller, "B"), 5)));
        assertThat(Seen.has(
                        Seen.painted(view, WIDTH, 130), Palette.of(Theme.LIGHT).get(Hue.VALUE)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"mazur, 1", "worked/micrograd_readme, 3", "worked/d2l_pooling, 1", "worked/lstm_gomez, 17"})
    void a_breakpoint_can_be_set_at_every_step_and_stops_there(String sample, int stride) {
        DebugController controller = Stage.of(sample);
        controller.depth(Depth.TERM);
        StepTrack track = Seen.part(on(controller), StepTrack.class);
        int own = dots(controller).size();
        assertThat(own).isZero();
        for (long index = 0; index < state(controller).count(); index += stride) {
            controller.restart();
            JPopupMenu menu = track.menu(index).orElseThrow();
            assertThat(item(menu, 1).getText()).startsWith("Stop at ").endsWith(" (B)");
            item(menu, 1).doClick();
            assertThat(dots(controller)).extracting(Stops.Dot::index).containsExactly(index);
            controller.continueRun();
            assertThat(state(controller).index()).isEqualTo(index);
            assertThat(item(track.menu(index).orElseThrow(), 1).getText())
                    .isEqualTo("Do not s" + item(menu, 1).getText().substring(1));
            press(track, java.awt.event.KeyEvent.VK_B);
            assertThat(dots(controller)).isEmpty();
        }
    }

    @Test
    void every_kind_of_breakpoint_has_its_dot_and_its_menu() {
        DebugController controller = Stage.of("mazur");
        controller.depth(Depth.TERM);
        for (String place : List.of("W1", "grad(h)", "if E > 0.2", "11 if E > 0.2", "norm(grad(W2))", "o")) {
            controller.stops().add(place);
        }
        assertThat(dots(controller))
                .extracting(Stops.Dot::index)
                .containsExactlyInAnyOrder(23L, 18L, 9L, 19L, 17L, 5L)
                .as("of line 11, forward and backward, the condition is known backward only");
        StepTrack track = Seen.part(on(controller), StepTrack.class);
        assertThat(track.getAccessibleContext().getAccessibleDescription())
                .endsWith("breakpoints at steps 6, 10, 18, 19, 20, 24");
        assertThat(words(track.menu(18).orElseThrow())).isEqualTo("""
                step 19: ∂E/∂h, the term through  z2 = W2 @ h + b2 (line 12)
                Do not stop at the gradient of h (B)
                Stop at line 12
                Switch off the breakpoint: the gradient of h
                Take away the breakpoint: the gradient of h""");
        item(track.menu(18).orElseThrow(), 3).doClick();
        assertThat(track.tip(controller.scene().sitting().orElseThrow(), 18))
                .endsWith(" · breakpoint, switched off: the gradient of h");
        assertThat(words(track.menu(18).orElseThrow())).contains("Stop at the gradient of h (B)", "Switch on the");
        item(track.menu(18).orElseThrow(), 4).doClick();
        assertThat(dots(controller)).hasSize(5);
    }

    @Test
    void a_click_on_a_dot_and_the_right_button_do_not_travel() {
        DebugController controller = Stage.of("mazur");
        controller.depth(Depth.TERM);
        controller.stops().add("o");
        StepTrack track = Seen.part(on(controller), StepTrack.class);
        int x = Track.ASIDE + (int) track.bands().orElseThrow().middle(5);
        for (int y : new int[] {5, 20}) {
            boolean dot = y == 5;
            assertThat(track.isSign(x, y)).isEqualTo(dot);
            track.dispatchEvent(new MouseEvent(
                    track,
                    MouseEvent.MOUSE_PRESSED,
                    0,
                    dot ? InputEvent.BUTTON1_DOWN_MASK : InputEvent.BUTTON3_DOWN_MASK,
                    x,
                    y,
                    1,
                    !dot,
                    dot ? MouseEvent.BUTTON1 : MouseEvent.BUTTON3));
            assertThat(state(controller).index()).isEqualTo(-1);
        }
        mouse(track, MouseEvent.MOUSE_PRESSED, x);
        assertThat(state(controller).index()).isEqualTo(5);
    }

    @Test
    void a_breakpoint_without_a_name_stays_while_numbers_are_changed() {
        DebugController controller = Stage.ofText("x = input(2)\nw = param(3)\nE = (w * x - w)**2\n", Settings.FIRST);
        controller.depth(Depth.TERM);
        StepTrack track = Seen.part(on(controller), StepTrack.class);
        DebugState state = state(controller);
        long part = LongStream.range(0, state.count())
                .filter(index -> track.title(controller.scene().sitting().orElseThrow(), index)
                        .contains("1 of 2"))
                .findFirst()
                .orElse(state.count() - 3);
        item(track.menu(part).orElseThrow(), 1).doClick();
        controller.edit("x = input(5)\nw = param(3)\nE = (w * x - w)**2\n");
        assertThat(dots(controller)).extracting(Stops.Dot::index).containsExactly(part);
        assertThat(controller.scene().message()).isEmpty();
    }
}
