package chainstep.op;

import chainstep.graph.Formula;

/** a / b, number by number. */
public record Divide() implements Elementwise {
    @Override
    public String name() {
        return "divide";
    }

    @Override
    public int arity() {
        return 2;
    }

    @Override
    public Formula body() {
        return Formula.divide(Formula.input(0), Formula.input(1));
    }
}
