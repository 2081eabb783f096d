package chainstep.op;

import chainstep.graph.Formula;
import chainstep.math.Fn;

/** sin x; its derivative is cos x. */
public record Sin() implements Elementwise {
    @Override
    public String name() {
        return "sin";
    }

    @Override
    public int arity() {
        return 1;
    }

    @Override
    public Formula body() {
        return Formula.apply(Fn.SIN, Formula.input(0));
    }
}
