package chainstep.op;

import chainstep.graph.Formula;

/** −x, number by number. */
public record Negate() implements Elementwise {
    @Override
    public String name() {
        return "negate";
    }

    @Override
    public int arity() {
        return 1;
    }

    @Override
    public Formula body() {
        return Formula.negate(Formula.input(0));
    }
}
