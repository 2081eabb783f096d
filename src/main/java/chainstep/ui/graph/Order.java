package chainstep.ui.graph;

import chainstep.graph.Program;
import chainstep.ui.DebugScene;
import chainstep.ui.Sitting;
import java.awt.Dimension;

/**
 * What is to be drawn.
 *
 * @param sitting of the scene
 * @param view its size, empty where nobody sees it
 */
record Order(DebugScene scene, Sitting sitting, Reading reading, Room room, Dimension view) {
    Program program() {
        return sitting.state().program();
    }

    /** Whether every box of both has the same place, in whatever iteration. */
    boolean looksLike(Order other) {
        boolean roomy = reading.in(view) != reading && !view.equals(other.view);
        return program() == other.program() && reading == other.reading && room.equals(other.room) && !roomy;
    }

    /** The same, read otherwise. */
    Order read(Reading other) {
        return new Order(scene, sitting, other, room, view);
    }

    /** At which scale all of a drawing can be seen, up to its own. */
    double seen(Picture drawn) {
        Spot all = drawn.places().bounds();
        return view.width == 0
                ? drawn.room().seen(all)
                : Camera.fit(all, view.width, view.height, 0, 1).scale();
    }
}
