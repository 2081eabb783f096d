package chainstep.ui.graph;

import chainstep.run.Progress;
import java.util.Optional;

/**
 * A drawing with all that went into it, so that the next moment of the same iteration is drawn without any work.
 *
 * @param order as it was carried out: with the folding that was found
 */
record Sketch(Order order, Viewing viewing, Picture picture) {
    /**
     * All the work there is: boxes, heads, figures, places.
     *
     * @param before whose places are kept where they can be
     * @param progress asked whether to go on; empty where not
     */
    static Optional<Sketch> of(Order order, Optional<Sketch> before, Progress progress) {
        Reading reading = order.reading().in(order.view()).read(order.program());
        Viewing viewing = Viewing.of(order.sitting(), reading.folding(), before.map(Sketch::viewing));
        viewing.fill(progress);
        if (progress.cancelled()) {
            return Optional.empty();
        }
        GraphModel model = viewing.model(order.scene(), order.sitting());
        Optional<Picture> kept = before.flatMap(old -> old.picture.then(model, order.room()));
        Picture picture = kept.orElseGet(() -> Picture.of(model, order.room(), progress));
        Reading next = kept.isPresent() ? reading : reading.seen(picture, order.seen(picture), order.view());
        return next.folding().equals(reading.folding())
                ? Optional.of(new Sketch(order.read(next), viewing, picture))
                : of(order.read(next), before, progress);
    }

    /** The next moment; empty where there is work to be done for it. */
    Optional<Sketch> then(Order next) {
        if (!next.looksLike(order)) {
            return Optional.empty();
        }
        return viewing.at(next.sitting())
                .flatMap(now -> picture.then(now.model(next.scene(), next.sitting()), next.room())
                        .map(drawn -> new Sketch(next, now, drawn)));
    }
}
