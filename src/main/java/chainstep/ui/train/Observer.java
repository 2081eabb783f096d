package chainstep.ui.train;

import chainstep.run.Snapshot;
import chainstep.train.Agreement;
import chainstep.train.Engines;
import chainstep.train.LossSurface;
import chainstep.ui.Tasks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Works out what is looked at beside the training: what every unit says, the loss around, how far the engine is from the reference.
 *
 * <p>Called on the event thread. Of what is asked for while something is under way, only the last is worked out.
 */
final class Observer {
    /** How many states make out the directions of a path. */
    private static final int PATH = 80;

    private final Tasks units;
    private final Tasks surfaces;
    private final Consumer<TrainScene> shown;
    private final Supplier<TrainScene> scene;
    private boolean looking;

    Observer(Tasks tasks, Consumer<TrainScene> shown, Supplier<TrainScene> scene) {
        this.units = tasks.beside();
        this.surfaces = tasks.beside();
        this.shown = shown;
        this.scene = scene;
    }

    /** A lesson has begun. */
    void begin(Lesson lesson) {
        surfaces.cancel();
        look();
        agree(lesson);
    }

    /** Asks the units about the state looked at, unless that is known. */
    void look() {
        Optional<Snapshot> state = scene.get().state();
        Optional<Lesson> lesson =
                scene.get().lesson().filter(each -> each.probe().isPresent());
        boolean known =
                state.isEmpty() || scene.get().vision().map(Vision::state).equals(state);
        if (looking || known || lesson.isEmpty()) {
            return;
        }
        looking = true;
        Lesson asked = lesson.get();
        units.run(
                progress -> Vision.of(asked, state.get()),
                iteration -> {},
                vision -> {
                    looking = false;
                    if (isNow(asked)) {
                        shown.accept(scene.get().with(vision));
                        if (!scene.get().isRunning()) {
                            look();
                        }
                    }
                },
                trouble -> looking = false);
    }

    private boolean isNow(Lesson lesson) {
        return scene.get().lesson().filter(now -> now == lesson).isPresent();
    }

    /** Training begins, which shall have the machine for itself. */
    void work() {
        surfaces.cancel();
    }

    /** Training rests: there is time for the loss around, and for the reference. */
    void rest() {
        look();
        scene.get().lesson().ifPresent(lesson -> {
            survey(lesson);
            agree(lesson);
        });
    }

    private void survey(Lesson lesson) {
        List<Snapshot> path = thinned(scene.get().now().orElseThrow().reel());
        surfaces.cancel();
        surfaces.run(
                progress -> LossSurface.of(lesson.course(), path, progress),
                iteration -> {},
                found -> found.filter(each -> isNow(lesson))
                        .ifPresent(surface -> shown.accept(scene.get().with(surface))),
                unseen -> {});
    }

    private static List<Snapshot> thinned(List<Snapshot> reel) {
        int stride = (reel.size() + PATH - 1) / PATH;
        List<Snapshot> thin = new ArrayList<>();
        for (int k = reel.size() - 1; k >= 0; k -= stride) {
            thin.add(0, reel.get(k));
        }
        return thin;
    }

    private void agree(Lesson lesson) {
        Snapshot state = scene.get().now().orElseThrow().state();
        surfaces.run(
                progress -> Agreement.of(
                        lesson.course(), Engines.named(lesson.engine()).orElseThrow(), state),
                iteration -> {},
                agreement -> {
                    if (isNow(lesson)) {
                        shown.accept(scene.get().with(agreement));
                    }
                },
                unseen -> {});
    }
}
