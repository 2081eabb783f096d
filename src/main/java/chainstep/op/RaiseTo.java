package chainstep.op;

import chainstep.graph.Formula;

/** aᵇ, number by number, when the exponent is an array too; by b its derivative is aᵇ·ln a. */
public record RaiseTo() implements Elementwise {
    @Override
    public String name() {
        return "power";
    }

    @Override
    public int arity() {
        return 2;
    }

    @Override
    public Formula body() {
        return Formula.power(Formula.input(0), Formula.input(1));
    }
}
