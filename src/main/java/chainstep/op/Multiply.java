package chainstep.op;

import chainstep.graph.Formula;

/** a ⊙ b, number by number. */
public record Multiply() implements Elementwise {
    @Override
    public String name() {
        return "multiply";
    }

    @Override
    public int arity() {
        return 2;
    }

    @Override
    public Formula body() {
        return Formula.multiply(Formula.input(0), Formula.input(1));
    }
}
