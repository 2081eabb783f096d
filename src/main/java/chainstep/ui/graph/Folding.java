package chainstep.ui.graph;

import java.util.Set;
import java.util.TreeSet;

/**
 * What is folded into what.
 *
 * @param turned the boxes, by the node they are named after, that are unfolded where the grain folds, or folded where it does not
 */
record Folding(Grain grain, Set<Integer> turned) {
    static final Folding FIRST = of(Grain.VALUE);

    Folding {
        turned = Set.copyOf(turned);
    }

    static Folding of(Grain grain) {
        return new Folding(grain, Set.of());
    }

    boolean isTurned(int box) {
        return turned.contains(box);
    }

    /** Unfolds a box, or folds it again. */
    Folding turn(int box) {
        Set<Integer> next = new TreeSet<>(turned);
        if (!next.remove(box)) {
            next.add(box);
        }
        return new Folding(grain, next);
    }
}
