package chainstep.ui.command;

import chainstep.ui.DebugController;
import chainstep.ui.DebugScene;
import chainstep.ui.Sitting;
import java.util.OptionalInt;
import java.util.function.Predicate;

/** The commands that look at one row of each batch alone, at the next one, or at all of them. */
public final class SampleCommands {
    private SampleCommands() {}

    /** @param choose brings the keyboard to where a sample is chosen by its number */
    public static void add(Commands commands, DebugController controller, Runnable choose) {
        Predicate<DebugScene> batched = scene -> size(scene) > 1;
        Predicate<DebugScene> narrowed =
                batched.and(scene -> scene.draft().sample().isPresent());
        commands.add("sample", choose, batched)
                .add("sample.next", () -> go(controller, 1), batched.and(scene -> sample(scene) < size(scene)))
                .add("sample.previous", () -> go(controller, -1), narrowed)
                .add("sample.whole", () -> controller.sample(OptionalInt.empty()), narrowed);
    }

    private static int size(DebugScene scene) {
        return scene.sitting()
                .map(Sitting::model)
                .map(model -> model.batch().orElse(0))
                .orElse(0);
    }

    /** The number of the sample, 0 for all of them. */
    private static int sample(DebugScene scene) {
        return scene.draft().sample().orElse(0);
    }

    private static void go(DebugController controller, int by) {
        int next = sample(controller.scene()) + by;
        controller.sample(next > 0 ? OptionalInt.of(next) : OptionalInt.empty());
    }
}
