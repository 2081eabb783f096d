package chainstep.op;

import chainstep.graph.Formula;
import chainstep.graph.Formula.Comparison;

/** 1 where x is zero, else 0. */
public record Not() implements Elementwise {
    @Override
    public String name() {
        return "not";
    }

    @Override
    public int arity() {
        return 1;
    }

    @Override
    public Formula body() {
        return Formula.compare(Comparison.EQUAL, Formula.input(0), Formula.ZERO);
    }
}
