package chainstep.op;

import chainstep.graph.Formula;
import chainstep.math.Fn;

/** eˣ; its derivative is itself. */
public record Exp() implements Elementwise {
    @Override
    public String name() {
        return "exp";
    }

    @Override
    public int arity() {
        return 1;
    }

    @Override
    public Formula body() {
        return Formula.apply(Fn.EXP, Formula.input(0));
    }
}
