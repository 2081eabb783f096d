package chainstep.ui.graph;

import chainstep.graph.Program;
import java.util.Optional;

/**
 * How much is folded: what the user has chosen; until then every value has a box, unless these would be too small to be read in a
 * small window, and layers are not.
 */
final class Reading {
    /** The least scale at which numbers can be read. */
    static final double READABLE = 0.62;

    /** More boxes are never readable at once. */
    private static final int MANY = 80;
    /** Fewer boxes by this factor are worth folding. */
    private static final double FEWER = 0.75;

    private Folding folding = Folding.FIRST;
    private boolean chosen;
    private boolean decided;
    private Optional<Scheme> values = Optional.empty();

    Folding folding() {
        return folding;
    }

    /** Whether values are folded that nobody has asked to be. */
    boolean isFoldedForRoom() {
        return !chosen && folding.grain() != Grain.VALUE && folding.turned().isEmpty();
    }

    void choose(Grain grain) {
        chosen = true;
        folding = Folding.of(grain);
    }

    void turn(int box) {
        decided = true;
        folding = folding.turn(box);
    }

    /** Begins anew where a program is another network; the same with other numbers stays as it is. */
    void read(Program program) {
        if (values.filter(old -> old.program() == program).isPresent()) {
            return;
        }
        Scheme next = Scheme.of(program, Folding.FIRST);
        boolean another = values.filter(next::looksLike).isEmpty();
        values = Optional.of(next);
        if (another) {
            folding = Folding.of(chosen ? folding.grain() : Grain.VALUE);
            decided = chosen;
            if (next.boxes().size() > MANY) {
                fold();
            }
        }
    }

    /**
     * Looks at a drawing of it; says whether it must be drawn again, folded.
     *
     * @param seen the scale at which all of it can be seen
     */
    boolean mustFold(Picture picture, double seen) {
        if (decided || picture.model().scheme().folding() != folding) {
            return false;
        }
        return seen < READABLE && fold();
    }

    private boolean fold() {
        if (decided) {
            return false;
        }
        decided = true;
        Scheme of = values.orElseThrow();
        Folding layers = Folding.of(Grain.LAYER);
        boolean fewer = Scheme.of(of.program(), layers).boxes().size()
                < FEWER * of.boxes().size();
        folding = fewer ? layers : folding;
        return fewer;
    }
}
