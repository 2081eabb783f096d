package chainstep.ui.graph;

import chainstep.graph.Program;
import chainstep.run.Progress;
import chainstep.ui.DebugScene;
import chainstep.ui.Sitting;
import java.awt.Dimension;
import java.util.Optional;

/**
 * What is to be drawn.
 *
 * @param sitting of the scene
 * @param view its size, empty where nobody sees it
 */
record Order(DebugScene scene, Sitting sitting, Reading reading, Room room, Dimension view) {
    Program program() {
        return sitting.state().program();
    }

    /** Whether every box of both has the same place, in whatever iteration. */
    boolean looksLike(Order other) {
        boolean roomy = reading.in(view) != reading && !view.equals(other.view);
        return program() == other.program() && reading == other.reading && room.equals(other.room) && !roomy;
    }

    /** The same, read otherwise. */
    Order read(Reading other) {
        return new Order(scene, sitting, other, room, view);
    }

    /** The drawing of another order, with what this one shows; empty where it must be laid out anew. */
    Optional<Sketch> kept(Sketch old, Progress progress) {
        Optional<Viewing> own =
                viewing(Optional.of(old.viewing()), old.viewing().longest(), progress);
        return own.flatMap(viewing -> old.picture()
                .then(viewing.model(scene, sitting), room)
                .filter(picture -> old.weighed().isPresent() || !viewing.isShort())
                .map(picture -> new Sketch(this, viewing, picture, old.weighed())));
    }

    /** Laid out with all numbers of small matrices, unless that is too small where it would not be with heat maps. */
    Optional<Sketch> weighed(Optional<Sketch> before, Progress progress) {
        Optional<Viewing> past = before.map(Sketch::viewing);
        Optional<Viewing> terse = viewing(past, Figures.TERSE, progress);
        boolean weighs = terse.filter(Viewing::isShort).isPresent();
        Optional<Sketch> brief = terse.map(viewing -> drawn(viewing, progress));
        if (!weighs) {
            return brief;
        }
        Optional<Sketch> full = viewing(past, Figures.ROOMY, progress).map(viewing -> drawn(viewing, progress));
        boolean tooSmall =
                full.isEmpty() || isTooSmall(full.get().picture(), brief.get().picture());
        return (tooSmall ? brief : full)
                .map(made -> new Sketch(this, made.viewing(), made.picture(), Optional.of(new Dimension(view))));
    }

    private boolean isTooSmall(Picture full, Picture brief) {
        double legible = Room.LEGIBLE * (view.width == 0 ? room.scale() : 1);
        double all = seen(full);
        return all < legible && (all < Reading.READABLE || seen(brief) >= legible);
    }

    /** Empty where it has been cancelled. */
    private Optional<Viewing> viewing(Optional<Viewing> before, int longest, Progress progress) {
        Viewing viewing = Viewing.of(sitting, reading.folding(), before, longest);
        viewing.fill(progress);
        return progress.cancelled() ? Optional.empty() : Optional.of(viewing);
    }

    private Sketch drawn(Viewing viewing, Progress progress) {
        GraphModel model = viewing.model(scene, sitting);
        return new Sketch(this, viewing, Picture.of(model, room, progress), Optional.empty());
    }

    /** At which scale all of a drawing can be seen, up to its own. */
    double seen(Picture drawn) {
        Spot all = drawn.places().bounds();
        return view.width == 0
                ? drawn.room().seen(all)
                : Camera.fit(all, view.width, view.height, 0, 1).scale();
    }
}
