package chainstep.ui.graph;

import chainstep.ui.Tasks;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes pictures: at once where little is to be laid out, beside the event thread where it is much. For the event thread only. */
final class Drafting {
    /** As many boxes are laid out before anyone notices. */
    private static final int FEW = 40;

    private final Tasks tasks;
    private final Runnable ready;
    private Optional<Picture> laid = Optional.empty();
    private Optional<GraphModel> under = Optional.empty();

    /** @param ready told when a picture that had to be waited for is there to be asked for again */
    Drafting(Tasks tasks, Runnable ready) {
        this.tasks = tasks;
        this.ready = ready;
    }

    /** Whether a picture is being laid out. */
    boolean isBusy() {
        return under.isPresent();
    }

    /** @param before what is shown, whose places are kept where they can be; empty while the picture is being laid out */
    Optional<Picture> of(GraphModel model, Room room, Optional<Picture> before) {
        Optional<Picture> kept = Stream.of(before, laid)
                .flatMap(Optional::stream)
                .flatMap(old -> old.then(model, room).stream())
                .findFirst();
        if (kept.isPresent() || model.cards().size() <= FEW) {
            laid = Optional.empty();
            under = Optional.empty();
            return kept.or(() -> Optional.of(Picture.of(model, room)));
        }
        if (under.filter(other -> other.scheme().looksLike(model.scheme())).isEmpty()) {
            start(model, room);
        }
        return laid.flatMap(fresh -> fresh.then(model, room));
    }

    private void start(GraphModel model, Room room) {
        tasks.cancel();
        under = Optional.of(model);
        tasks.run(
                progress -> Picture.of(model, room, progress),
                iteration -> {},
                picture -> {
                    if (isLatest(model)) {
                        under = Optional.empty();
                        laid = Optional.of(picture);
                        ready.run();
                    }
                },
                trouble -> {
                    under = isLatest(model) ? Optional.empty() : under;
                    throw trouble;
                });
    }

    private boolean isLatest(GraphModel model) {
        return under.filter(latest -> latest == model).isPresent();
    }
}
