package chainstep.ui.timeline;

import chainstep.debug.DebugState;
import chainstep.ui.DebugController;
import chainstep.ui.Seen;
import java.awt.event.InputEvent;
import java.awt.event.MouseEvent;
import javax.swing.JComponent;
import javax.swing.KeyStroke;

/** A timeline painted without a display, and the mouse and keys that work it. */
final class Tracks {
    static final int WIDTH = 1000;

    private Tracks() {}

    static TimelineView on(DebugController controller) {
        TimelineView view = new TimelineView(controller);
        controller.add(view);
        Seen.painted(view, WIDTH, 130);
        return view;
    }

    static DebugState state(DebugController controller) {
        return controller.scene().sitting().orElseThrow().state();
    }

    static void mouse(JComponent track, int id, int x) {
        track.dispatchEvent(new MouseEvent(
                track, id, 0, InputEvent.BUTTON1_DOWN_MASK, x, track.getHeight() / 2, 1, false, MouseEvent.BUTTON1));
    }

    static void press(JComponent track, int key) {
        Object name = track.getInputMap().get(KeyStroke.getKeyStroke(key, 0));
        track.getActionMap().get(name).actionPerformed(null);
    }
}
