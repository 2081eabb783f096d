package chainstep.op;

import chainstep.graph.Formula;
import chainstep.graph.Formula.Comparison;
import chainstep.math.Fn;
import chainstep.math.Rational;

/** With d = o − t: d²/2 where |d| ≤ δ, else δ·(|d| − δ/2). Source: Huber, 1964. */
public record Huber(Rational delta, Reduction reduction) implements Loss {
    @Override
    public String name() {
        return "huber";
    }

    @Override
    public Formula each() {
        Formula difference = Formula.subtract(Formula.input(0), Formula.input(1));
        Formula size = Formula.apply(Fn.ABS, difference);
        Formula bound = Formula.constant(delta);
        Formula half = Formula.constant(1, 2);
        return Formula.select(
                Formula.compare(Comparison.GREATER_OR_EQUAL, bound, size),
                Formula.multiply(half, Formula.power(difference, Formula.constant(2))),
                Formula.multiply(bound, Formula.subtract(size, Formula.multiply(half, bound))));
    }
}
