package chainstep.ui.graph;

import chainstep.graph.Program;
import java.awt.Dimension;
import java.util.Optional;

/**
 * How much is folded: what the user has chosen; until then every value has a box, unless these would be too small to be read in a
 * small window, and layers are not. Never changes: every change is another.
 */
final class Reading {
    /** The least scale at which all of a drawing is of use, if only seen in part. */
    static final double READABLE = 0.62;

    /** More boxes are never readable at once. */
    private static final int MANY = 80;
    /** Fewer boxes by this factor are worth folding. */
    private static final double FEWER = 0.75;

    /** So much larger a view is worth another look at what was folded. */
    private static final double LARGER = 1.25;

    static final Reading FIRST = new Reading(Folding.FIRST, false, false, Optional.empty());

    private final Folding folding;
    private final boolean chosen;
    private final boolean decided;
    private final Optional<Scheme> values;
    /** The view that was too small for all values; empty where none was. */
    private final Dimension tight;

    private Reading(Folding folding, boolean chosen, boolean decided, Optional<Scheme> values) {
        this(folding, chosen, decided, values, new Dimension());
    }

    private Reading(Folding folding, boolean chosen, boolean decided, Optional<Scheme> values, Dimension tight) {
        this.folding = folding;
        this.chosen = chosen;
        this.decided = decided;
        this.values = values;
        this.tight = tight;
    }

    Folding folding() {
        return folding;
    }

    /** Whether values are folded that nobody has asked to be. */
    boolean isFoldedForRoom() {
        return !chosen && folding.grain() != Grain.VALUE && folding.turned().isEmpty();
    }

    Reading choose(Grain grain) {
        return new Reading(Folding.of(grain), true, decided, values);
    }

    Reading turn(int box) {
        return new Reading(folding.turn(box), chosen, true, values);
    }

    /** Begins anew where a program is another network; the same with other numbers stays as it is. */
    Reading read(Program program) {
        if (values.filter(old -> old.program() == program).isPresent()) {
            return this;
        }
        Scheme next = Scheme.of(program, Folding.FIRST);
        if (values.filter(next::looksLike).isPresent()) {
            return new Reading(folding, chosen, decided, Optional.of(next), tight);
        }
        Folding anew = Folding.of(chosen ? folding.grain() : Grain.VALUE);
        Reading another = new Reading(anew, chosen, chosen, Optional.of(next));
        return next.boxes().size() > MANY ? another.fold(new Dimension()) : another;
    }

    /**
     * How it is read once a drawing of it has been seen: folded where that is too small.
     *
     * @param scale at which all of it can be seen
     * @param view in which
     */
    Reading seen(Picture picture, double scale, Dimension view) {
        boolean same = picture.model().scheme().folding().equals(folding);
        return same && scale < READABLE ? fold(view) : this;
    }

    /** With all its values again where only a much smaller view had no room for them. */
    Reading in(Dimension view) {
        double area = (double) tight.width * tight.height;
        boolean larger = area > 0 && (double) view.width * view.height > LARGER * area;
        return larger && isFoldedForRoom() ? new Reading(Folding.FIRST, false, false, values) : this;
    }

    private Reading fold(Dimension view) {
        if (decided) {
            return this;
        }
        Scheme of = values.orElseThrow();
        Folding layers = Folding.of(Grain.LAYER);
        boolean fewer = Scheme.of(of.program(), layers).boxes().size()
                < FEWER * of.boxes().size();
        return new Reading(fewer ? layers : folding, chosen, true, values, new Dimension(view));
    }
}
