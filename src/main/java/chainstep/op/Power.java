package chainstep.op;

import chainstep.graph.Formula;
import chainstep.math.Rational;

/** xⁿ with a constant exponent; its derivative is n·xⁿ⁻¹. */
public record Power(Rational exponent) implements Elementwise {
    @Override
    public String name() {
        return "power";
    }

    @Override
    public int arity() {
        return 1;
    }

    @Override
    public Formula body() {
        return Formula.power(Formula.input(0), Formula.constant(exponent));
    }
}
