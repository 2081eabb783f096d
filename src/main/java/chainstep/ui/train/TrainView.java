package chainstep.ui.train;

/** A part of the Train page: a function of the scene. */
public interface TrainView {
    /** Shows a scene; called on the event thread, after every change. */
    void show(TrainScene scene);

    /** Whether it is shown a frame of a training under way; those that take long take turns. */
    default boolean isDue(long frame) {
        return true;
    }
}
