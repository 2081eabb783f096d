package chainstep.op;

import chainstep.graph.Formula;
import chainstep.math.Fn;

/** ln(1 + eˣ), without overflow; its derivative is σ(x). */
public record Softplus() implements Elementwise {
    @Override
    public String name() {
        return "softplus";
    }

    @Override
    public int arity() {
        return 1;
    }

    @Override
    public Formula body() {
        return Formula.apply(Fn.SOFTPLUS, Formula.input(0));
    }
}
