package chainstep.op;

import chainstep.graph.Formula;

/** x ⊙ m: each number kept and scaled up, or dropped, as the {@link Mask} m says. */
public record Dropout() implements Elementwise {
    @Override
    public String name() {
        return "dropout";
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
