package chainstep.op;

import chainstep.graph.Formula;
import chainstep.graph.Formula.Comparison;
import chainstep.math.Rational;

/** x for x &gt; 0, else slope·x; leaky_relu′(0) = slope. */
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
        return Formula.select(
                Formula.compare(Comparison.GREATER, x, Formula.ZERO), x, Formula.multiply(Formula.constant(slope), x));
    }
}
