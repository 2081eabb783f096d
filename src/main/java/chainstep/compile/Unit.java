package chainstep.compile;

import chainstep.graph.Formula;
import chainstep.math.Fn;
import java.util.List;

/**
 * Nests that are printed as one method.
 *
 * @param size how many elements all of its nests compute one by one, in step; −1 of a nest that is on its own
 */
record Unit(List<Flow.Loop> loops, int size) {
    static final int ALONE = -1;

    /** Loops of fewer turns are over before it pays to take several at once. */
    private static final int MANY = 16;

    boolean isAlone() {
        return size == ALONE;
    }

    /** Whether Java computes several of its turns at once, if tanh lets it. */
    boolean isManyAtOnce() {
        return size >= MANY
                && loops.stream().allMatch(loop -> isManyAtOnce(loop.nest().body()));
    }

    private static boolean isManyAtOnce(Formula formula) {
        boolean plain = formula instanceof Formula.Input
                || formula instanceof Formula.Constant
                || formula instanceof Formula.Add
                || formula instanceof Formula.Multiply
                || formula instanceof Formula.Divide
                || formula instanceof Formula.Negate
                || formula instanceof Formula.Apply call && call.function() == Fn.TANH;
        return plain && formula.parts().stream().allMatch(Unit::isManyAtOnce);
    }
}
