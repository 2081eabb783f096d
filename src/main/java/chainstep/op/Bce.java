package chainstep.op;

import chainstep.graph.Formula;
import chainstep.math.Fn;

/**
 * Binary cross-entropy −(t·ln p + (1 − t)·ln(1 − p)) of a probability p, without any clamp; 0·ln 0 is 0.
 *
 * <p>So a certain p (0 or 1) loses 0 where it is right, with the slope of −ln p or −ln(1 − p), −1 or 1; where it is wrong it
 * loses ∞, with the slope ∓∞. (PyTorch clamps: 0 with the slope 0, and 100 with ∓1e12.) For the derivative by t, too, the
 * logarithm of the 0 that t = 0 multiplies counts as 0, as in PyTorch's {@code xlogy}. A p outside [0, 1] is NaN.
 */
public record Bce(Reduction reduction) implements Loss {
    private static final Formula TINY = Formula.constant(Double.MIN_NORMAL);

    @Override
    public String name() {
        return "bce";
    }

    @Override
    public Formula each() {
        Formula p = Formula.input(0);
        Formula t = Formula.input(1);
        Formula yes = part(t, p);
        Formula no = part(Formula.subtract(Formula.ONE, t), Formula.subtract(Formula.ONE, p));
        return Formula.negate(Formula.add(yes, no));
    }

    /** t·ln p, and 0 for 0·ln 0; so near 0 that 1/p is infinite, p counts as 0. */
    private static Formula part(Formula t, Formula p) {
        Formula none = Formula.compare(Formula.Comparison.GREATER_OR_EQUAL, TINY, Formula.apply(Fn.ABS, p));
        Formula both = Formula.multiply(Formula.equal(t, Formula.ZERO), none);
        return Formula.multiply(t, Formula.hole(both, Formula.apply(Fn.LOG, p)));
    }
}
