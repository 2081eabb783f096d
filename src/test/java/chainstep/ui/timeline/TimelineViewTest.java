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
import chainstep.ui.Held;
import chainstep.ui.Seen;
import chainstep.ui.Settings;
import chainstep.ui.Stage;
import chainstep.ui.look.Hue;
import chainstep.ui.look.Palette;
import chainstep.ui.look.Theme;
import java.awt.Color;
import java.awt.event.MouseEvent;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.Test;

class TimelineViewTest {
    @Test
    void a_drag_goes_to_the_step_under_the_pointer() {
        DebugController controller = Stage.of("mazur");
        controller.depth(Depth.TERM);
        StepTrack track = Seen.part(on(controller), StepTrack.class);
        long count = state(controller).count();
        double pitch = (WIDTH - 2.0 * Track.ASIDE) / count;
        mouse(track, MouseEvent.MOUSE_PRESSED, Track.ASIDE + (int) (2.5 * pitch));
        assertThat(state(controller).index()).isEqualTo(2);
        for (long index = 3; index < count; index++) {
            mouse(track, MouseEvent.MOUSE_DRAGGED, Track.ASIDE + (int) ((index + 0.5) * pitch));
            assertThat(state(controller).index()).isEqualTo(index);
        }
        mouse(track, MouseEvent.MOUSE_DRAGGED, 2);
        assertThat(state(controller).index()).isEqualTo(-1);
        mouse(track, MouseEvent.MOUSE_DRAGGED, WIDTH + 50);
        assertThat(state(controller).index()).isEqualTo(count - 1);
    }

    @Test
    void keys_walk_and_change_the_iteration() {
        DebugController controller = Stage.of("mazur");
        controller.depth(Depth.TERM);
        TimelineView view = on(controller);
        StepTrack track = Seen.part(view, StepTrack.class);
        press(track, java.awt.event.KeyEvent.VK_RIGHT);
        press(track, java.awt.event.KeyEvent.VK_RIGHT);
        press(track, java.awt.event.KeyEvent.VK_LEFT);
        assertThat(state(controller).index()).isZero();
        press(track, java.awt.event.KeyEvent.VK_END);
        assertThat(state(controller).index()).isEqualTo(state(controller).count() - 1);
        press(track, java.awt.event.KeyEvent.VK_PAGE_DOWN);
        assertThat(state(controller).iteration()).isEqualTo(1);
        press(track, java.awt.event.KeyEvent.VK_PAGE_UP);
        press(track, java.awt.event.KeyEvent.VK_PAGE_UP);
        assertThat(state(controller).iteration()).isZero();
        press(track, java.awt.event.KeyEvent.VK_HOME);
        assertThat(state(controller).index()).isEqualTo(-1);
        IterationTrack iterations = Seen.part(view, IterationTrack.class);
        press(iterations, java.awt.event.KeyEvent.VK_PAGE_DOWN);
        assertThat(state(controller).iteration()).isEqualTo(10);
        mouse(iterations, MouseEvent.MOUSE_PRESSED, Track.ASIDE + 12 * 7 + 4);
        assertThat(state(controller).iteration()).isEqualTo(7);
    }

    @Test
    void a_program_that_does_the_same_each_time_has_no_iterations_to_travel_in() {
        TimelineView view = on(Stage.of("worked/micrograd_readme"));
        assertThat(Seen.part(view, IterationTrack.class).isVisible()).isFalse();
        assertThat(Seen.part(on(Stage.of("mazur")), IterationTrack.class).isVisible())
                .isTrue();
    }

    @Test
    void where_there_is_little_room_the_steps_come_first() {
        TimelineView view = on(Stage.of("mazur"));
        Seen.painted(view, WIDTH, 95);
        assertThat(Seen.part(view, IterationTrack.class).isVisible()).isFalse();
        StepTrack steps = Seen.part(view, StepTrack.class);
        assertThat(steps.getHeight()).isGreaterThanOrEqualTo(steps.getPreferredSize().height);
        Seen.painted(view, WIDTH, 130);
        assertThat(Seen.part(view, IterationTrack.class).isVisible()).isTrue();
    }

    @Test
    void bands_stand_for_lines_and_lead_to_every_step() {
        DebugController controller = Stage.of("lectures/lenet_small");
        controller.depth(Depth.ELEMENT);
        DebugState state = state(controller);
        assertThat(state.count()).isGreaterThan(300);
        Bands bands = Bands.of(state.tree(), Depth.ELEMENT, 900);
        assertThat(bands.isSingle()).isFalse();
        assertThat(bands.list()).hasSizeLessThanOrEqualTo((int) state.tree().count(Depth.LINE));
        long next = 0;
        for (Bands.Band band : bands.list()) {
            assertThat(band.first()).isEqualTo(next);
            assertThat(band.right() - band.left()).isGreaterThan(1.5);
            next += band.count();
        }
        assertThat(next).isEqualTo(state.count());
        for (long index = 0; index < state.count(); index += 7) {
            assertThat(bands.index(bands.x(index))).isEqualTo(index);
        }
        assertThat(bands.index(900)).isEqualTo(state.count() - 1);
        assertThat(bands.index(-1)).isEqualTo(-1);
    }

    @Test
    void a_million_steps_are_laid_out_by_their_lines() {
        DebugController controller = Stage.ofText(
                "X = const(normal(500, 700, std=1, seed=1))\nA = sigmoid(X)\nB = A * X\nC = B + A\nE = sum(C)\n",
                Settings.FIRST);
        DebugState state = state(controller);
        assertThat(state.tree().count(Depth.ELEMENT)).isGreaterThan(1_000_000);
        Bands bands = Bands.of(state.tree(), Depth.ELEMENT, 1000);
        assertThat(bands.list()).hasSizeLessThan(10);
        assertThat(bands.count()).isEqualTo(state.tree().count(Depth.ELEMENT));
        assertThat(bands.index(bands.x(700_000))).isBetween(699_999L, 700_001L);
    }

    @Test
    void a_step_says_what_it_is_under_the_pointer() {
        DebugController controller = Stage.of("mazur");
        controller.depth(Depth.TERM);
        StepTrack track = Seen.part(on(controller), StepTrack.class);
        assertThat(track.title(controller.scene().sitting().orElseThrow(), 18))
                .isEqualTo("step 19: ∂E/∂h, the term through  z2 = W2 @ h + b2 (line 12)");
    }

    @Test
    void breakpoints_and_phases_are_seen_in_every_theme() {
        for (Theme theme : Theme.values()) {
            DebugController controller = Stage.of("mazur", new Settings(Locale.CHINESE, theme, false));
            controller.depth(Depth.TERM);
            controller.stops().toggle(11);
            controller.jump(0, 18);
            TimelineView view = on(controller);
            BufferedImage image = Seen.painted(view, WIDTH, 130);
            Palette palette = Palette.of(theme.hall(false));
            for (Hue hue : List.of(Hue.VALUE, Hue.GRADIENT, Hue.NOW, Hue.BREAKPOINT)) {
                assertThat(Seen.has(image, palette.get(hue)))
                        .as("%s %s", theme, hue)
                        .isTrue();
            }
            assertThat(Seen.texts(view)).contains("时间线", "拖动即可穿越 · 第 0 次迭代 · 共 26 步");
        }
    }

    @Test
    void while_one_jump_is_under_way_only_the_last_of_those_asked_for_is_kept() {
        Held held = new Held();
        DebugController controller = new DebugController(held, Settings.FIRST);
        controller.edit("x = input([1, 2])\na = x * x\nb = a * x\nc = b * x\nE = sum(c)\n");
        held.release();
        TimelineView view = on(controller);
        StepTrack track = Seen.part(view, StepTrack.class);
        int before = held.asked();
        for (int x = 20; x < WIDTH - 20; x += 10) {
            mouse(track, MouseEvent.MOUSE_DRAGGED, x);
        }
        assertThat(held.asked()).isEqualTo(before + 1);
        held.release();
        assertThat(held.asked()).isEqualTo(before + 2);
        assertThat(state(controller).index()).isEqualTo(state(controller).count() - 1);
    }

    @Test
    void the_mark_of_what_is_now_stands_above_the_words_wherever_it_is() {
        for (boolean projector : new boolean[] {false, true}) {
            DebugController controller = Stage.of("mazur", Settings.FIRST.projector(projector));
            controller.depth(Depth.TERM);
            TimelineView view = on(controller);
            StepTrack track = Seen.part(view, StepTrack.class);
            Color now = Palette.of(Theme.LIGHT).get(Hue.NOW);
            int looked = 0;
            for (int index = -1; index < state(controller).count(); index++) {
                controller.jump(0, Math.max(0, index));
                if (index < 0) {
                    controller.restart();
                }
                BufferedImage image = Seen.painted(view, WIDTH, 130);
                int top = SwingUtilities.convertPoint(track, 0, 0, view).y;
                var metrics = track.getFontMetrics(track.words("forward"));
                int words = top + 13 + (int) track.wordLine(metrics) - metrics.getAscent() + 2;
                for (int y = words; y < top + track.getHeight(); y++) {
                    for (int x = 0; x < WIDTH; x++) {
                        assertThat(image.getRGB(x, y)).isNotEqualTo(now.getRGB());
                    }
                }
                looked++;
            }
            assertThat(looked).isEqualTo(27);
        }
    }
}
