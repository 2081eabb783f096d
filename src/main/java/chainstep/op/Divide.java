package chainstep.op;

import chainstep.graph.Formula;

/** a / b, number by number; by b its derivative is −(a/b)/b, which does not overflow where b² does. */
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
