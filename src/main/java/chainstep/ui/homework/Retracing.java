package chainstep.ui.homework;

import chainstep.homework.AnswerSheet;
import chainstep.homework.Marked;
import chainstep.ui.derivation.Slipped;
import java.util.Optional;
import java.util.function.Consumer;

/** Works an answer once more with what went wrong in it, beside the page. */
public final class Retracing {
    private Retracing() {}

    /** @param then told of it; of nothing where no known mistake gives the answer */
    public static void of(HomeworkController controller, int question, Consumer<Optional<Slipped>> then) {
        HomeworkScene scene = controller.scene();
        Optional<Marked> marked =
                scene.marked(question).filter(one -> !one.findings().isEmpty());
        if (marked.isEmpty()) {
            then.accept(Optional.empty());
            return;
        }
        Exercise exercise = scene.exercise().orElseThrow();
        AnswerSheet sheet = scene.checked().orElseThrow().sheet().sheet();
        controller.aside(progress -> exercise.slipped(sheet, question, marked.get()), then);
    }
}
