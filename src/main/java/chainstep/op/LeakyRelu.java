package chainstep.op;

import chainstep.graph.Formula;
import chainstep.graph.Formula.Comparison;
import chainstep.math.Rational;

/** x for x &gt; 0, else slope·x; leaky_relu′(0) = slope. A NaN passes, for a slope of 0 too. */
public record LeakyRelu(Rational slope) implements Elementwise {
    @Override
    public String name() {
        return "leaky_relu";
    }

    @Override
    public int arity() {
        return 1;
    }

    @Override
    public Formula body() {
        Formula x = Formula.input(0);
        if (slope.signum() == 0) {
            return Maximum.withZero(x);
        }
        return Formula.select(
                Formula.compare(Comparison.GREATER, x, Formula.ZERO), x, Formula.multiply(Formula.constant(slope), x));
    }
}
