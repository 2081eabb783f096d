package chainstep.ui.graph;

import chainstep.ui.Picked;

/** What a user can want of the graph, by mouse, key or menu. */
interface Wishes {
    void pick(Picked picked);

    void letGo();

    /** Goes on until a node has been computed. */
    void runTo(int node);

    /** Stops there from now on, or no longer. */
    void toggleStop(int node);

    /** Stops where the gradient by a value is complete, or no longer. */
    void toggleGradientStop(int node);

    /** Unfolds a box, or folds it again. */
    void turn(int box);

    void fold(Grain grain);

    /** Changes a number of something given. */
    void edit(Picked picked);

    void find();
}
