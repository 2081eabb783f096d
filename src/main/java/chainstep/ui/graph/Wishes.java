package chainstep.ui.graph;

import chainstep.debug.Breakpoint;
import chainstep.ui.Picked;

/** What a user can want of the graph, by mouse, key or menu. */
interface Wishes {
    void pick(Picked picked);

    void letGo();

    /** Goes on until a node has been computed. */
    void runTo(int node);

    /** Stops there from now on, or no longer. */
    void toggleStop(Breakpoint.Place place);

    /** Whether runs stop there. */
    boolean stopsAt(Breakpoint.Place place);

    /** Unfolds a box, or folds it again. */
    void turn(int box);

    void fold(Grain grain);

    /** Changes a number of something given. */
    void edit(Picked picked);

    void find();
}
