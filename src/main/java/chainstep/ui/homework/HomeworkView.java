package chainstep.ui.homework;

/** A part of the Homework page: a function of the scene. */
public interface HomeworkView {
    /** Shows a scene; called on the event thread, after every change. */
    void show(HomeworkScene scene);
}
