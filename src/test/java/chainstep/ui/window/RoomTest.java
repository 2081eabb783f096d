package chainstep.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.ui.Draft;
import chainstep.ui.Seen;
import chainstep.ui.Settings;
import java.awt.EventQueue;
import org.junit.jupiter.api.Test;

/** The parts of the page get the room they ask for. */
class RoomTest {
    private static final String ONCE = "x = input(2)\nw = param(3)\nE = (w * x - 1)**2\n";

    @Test
    void iterations_that_do_not_differ_leave_no_empty_strip_below_the_timeline() throws Exception {
        EventQueue.invokeAndWait(() -> {
            int bare = timeline(ONCE);
            int trained = timeline(ONCE + "minimize(E, sgd(lr=0.1))\n");
            assertThat(trained - bare).isEqualTo(28);
        });
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
