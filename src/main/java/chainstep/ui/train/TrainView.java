package chainstep.ui.train;

/** A part of the Train page: a function of the scene. */
public interface TrainView {
    /** Shows a scene; called on the event thread, after every change. */
    void show(TrainScene scene);
}
