package chainstep.op;

import chainstep.graph.Formula;

/** a − b, number by number. */
public record Subtract() implements Elementwise {
    @Override
    public String name() {
        return "subtract";
    }

    @Override
    public int arity() {
        return 2;
    }

    @Override
    public Formula body() {
        return Formula.subtract(Formula.input(0), Formula.input(1));
    }
}
