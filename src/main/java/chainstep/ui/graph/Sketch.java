package chainstep.ui.graph;

import chainstep.run.Progress;
import java.awt.Dimension;
import java.util.Optional;

/**
 * A drawing with all that went into it, so that the next moment of the same iteration is drawn without any work.
 *
 * @param order as it was carried out: with the folding that was found
 * @param weighed the view in which numbers were weighed against heat maps of the same; empty where all numbers are short
 */
record Sketch(Order order, Viewing viewing, Picture picture, Optional<Dimension> weighed) {
    /** A view larger or smaller by this factor may have room for other numbers. */
    private static final double OTHER = 1.25;

    /**
     * All the work there is: boxes, heads, figures, places.
     *
     * @param before whose places are kept where they can be
     * @param progress asked whether to go on; empty where not
     */
    static Optional<Sketch> of(Order order, Optional<Sketch> before, Progress progress) {
        Reading reading = order.reading().in(order.view()).read(order.program());
        Order read = order.read(reading);
        Optional<Sketch> same = before.filter(old -> !old.isOutgrown(order.view()));
        Optional<Sketch> kept = same.flatMap(old -> read.kept(old, progress));
        if (kept.isPresent() || progress.cancelled()) {
            return kept;
        }
        Optional<Sketch> fresh = read.weighed(before, progress);
        Reading next = fresh.map(made -> reading.seen(made.picture, order.seen(made.picture), order.view()))
                .orElse(reading);
        return fresh.isEmpty() || next.folding().equals(reading.folding())
                ? fresh.map(made -> new Sketch(order.read(next), made.viewing, made.picture, made.weighed))
                : of(order.read(next), before, progress);
    }

    /** The next moment; empty where there is work to be done for it. */
    Optional<Sketch> then(Order next) {
        if (!next.looksLike(order) || isOutgrown(next.view())) {
            return Optional.empty();
        }
        return viewing.at(next.sitting())
                .flatMap(now -> picture.then(now.model(next.scene(), next.sitting()), next.room())
                        .filter(drawn -> weighed.isPresent() || !now.isShort())
                        .map(drawn -> new Sketch(next, now, drawn, weighed)));
    }

    private boolean isOutgrown(Dimension view) {
        double now = (double) view.width * view.height;
        double then = weighed.map(old -> (double) old.width * old.height).orElse(now);
        return now > OTHER * then || then > OTHER * now;
    }
}
