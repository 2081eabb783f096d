package chainstep.op;

import chainstep.graph.Formula;

/** x itself, under another name. */
public record Alias() implements Elementwise {
    @Override
    public String name() {
        return "alias";
    }

    @Override
    public int arity() {
        return 1;
    }

    @Override
    public Formula body() {
        return Formula.input(0);
    }
}
