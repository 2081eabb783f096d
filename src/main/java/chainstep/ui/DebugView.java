package chainstep.ui;

/** A part of the Debug page: a function of the scene. */
public interface DebugView {
    /** Shows a scene; called on the event thread, after every change. A view compares what it shows and repaints only that. */
    void show(DebugScene scene);

    /** A change of the text that was made in several goes is complete. */
    default void settle() {}
}
