package chainstep.op;

import chainstep.graph.Formula;
import chainstep.math.Fn;

/** x·σ(x), also called swish. At −∞ it is NaN (∞·0), as in PyTorch, and so is the derivative at ±∞. */
public record Silu() implements Elementwise {
    @Override
    public String name() {
        return "silu";
    }

    @Override
    public int arity() {
        return 1;
    }

    @Override
    public Formula body() {
        Formula x = Formula.input(0);
        return Formula.multiply(x, Formula.apply(Fn.SIGMOID, x));
    }
}
