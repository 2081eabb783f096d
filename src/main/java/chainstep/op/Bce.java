package chainstep.op;

import chainstep.graph.Formula;
import chainstep.math.Fn;

/** Binary cross-entropy −(t·ln p + (1 − t)·ln(1 − p)) of a probability p, without any clamp. */
public record Bce(Reduction reduction) implements Loss {
    @Override
    public String name() {
        return "bce";
    }

    @Override
    public Formula each() {
        Formula p = Formula.input(0);
        Formula t = Formula.input(1);
        Formula yes = Formula.multiply(t, Formula.apply(Fn.LOG, p));
        Formula no = Formula.multiply(
                Formula.subtract(Formula.ONE, t), Formula.apply(Fn.LOG, Formula.subtract(Formula.ONE, p)));
        return Formula.negate(Formula.add(yes, no));
    }
}
