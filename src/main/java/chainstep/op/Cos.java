package chainstep.op;

import chainstep.graph.Formula;
import chainstep.math.Fn;

/** cos x; its derivative is −sin x. */
public record Cos() implements Elementwise {
    @Override
    public String name() {
        return "cos";
    }

    @Override
    public int arity() {
        return 1;
    }

    @Override
    public Formula body() {
        return Formula.apply(Fn.COS, Formula.input(0));
    }
}
