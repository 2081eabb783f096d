package chainstep.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.ui.Draft;
import chainstep.ui.Seen;
import chainstep.ui.Settings;
import chainstep.ui.Tasks;
import chainstep.ui.file.Remembered;
import java.awt.EventQueue;
import java.nio.file.Path;
import javax.swing.JComponent;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The parts of the page get the room they ask for. */
class RoomTest {
    @TempDir
    Path folder;

    private static final String ONCE = "x = input(2)\nw = param(3)\nE = (w * x - 1)**2\n";

    @Test
    void iterations_that_do_not_differ_leave_no_empty_strip_below_the_timeline() throws Exception {
        EventQueue.invokeAndWait(() -> {
            int bare = timeline(ONCE);
            int trained = timeline(ONCE + "minimize(E, sgd(lr=0.1))\n");
            assertThat(trained - bare).isEqualTo(28);
        });
    }

    @ParameterizedTest
    @CsvSource({"800, 500", "960, 600", "1280, 800", "1920, 1200"})
    void the_timeline_has_room_for_its_words_at_every_size_wherever_its_line_was_left(int width, int height)
            throws Exception {
        EventQueue.invokeAndWait(() -> {
            for (double left : new double[] {0, 0.5, 0.862, 0.99}) {
                for (boolean projector : new boolean[] {false, true}) {
                    Remembered remembered = Remembered.in(folder);
                    remembered.put("split.BOTTOM", String.valueOf(left));
                    Workbench bench = new Workbench(
                            Tasks.atOnce(),
                            Settings.FIRST.projector(projector),
                            Picture.silent(),
                            remembered,
                            () -> {});
                    bench.controller().open(Draft.unsaved(ONCE + "minimize(E, sgd(lr=0.1))\n"));
                    bench.focus(Part.TIMELINE);
                    Seen.painted(bench.content(), width, height);
                    JComponent timeline = bench.part(Part.TIMELINE);
                    JComponent steps = Seen.parts(timeline, JComponent.class).stream()
                            .filter(part -> "Steps of the iteration"
                                    .equals(part.getAccessibleContext().getAccessibleName()))
                            .findFirst()
                            .orElseThrow();
                    int bottom = SwingUtilities.convertPoint(steps, 0, steps.getPreferredSize().height, timeline).y;
                    assertThat(bottom)
                            .as("left at %s, projector %s", left, projector)
                            .isLessThanOrEqualTo(timeline.getHeight());
                }
            }
        });
    }

    @Test
    void the_next_window_shares_its_room_anew_where_nobody_moved_a_line() throws Exception {
        EventQueue.invokeAndWait(() -> {
            Remembered remembered = Remembered.in(folder);
            int first = height(remembered);
            assertThat(height(Remembered.in(folder))).isEqualTo(first);
        });
    }

    /** Of the timeline in a small window, which is then closed. */
    private static int height(Remembered remembered) {
        Workbench bench = new Workbench(Tasks.atOnce(), Settings.FIRST, Picture.silent(), remembered, () -> {});
        bench.controller().open(Draft.unsaved(ONCE + "minimize(E, sgd(lr=0.1))\n"));
        Seen.painted(bench.content(), 960, 600);
        bench.keep();
        return bench.part(Part.TIMELINE).getHeight();
    }

    private static int timeline(String text) {
        Workbench bench = Benches.of(Settings.FIRST);
        bench.controller().open(Draft.unsaved(text));
        Seen.painted(bench.content(), 1280, 800);
        int height = bench.part(Part.TIMELINE).getHeight();
        assertThat(height).isGreaterThanOrEqualTo(bench.part(Part.TIMELINE).getPreferredSize().height - 1);
        return height;
    }
}
