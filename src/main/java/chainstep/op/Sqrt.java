package chainstep.op;

import chainstep.graph.Formula;
import chainstep.math.Fn;

/** √x; its derivative is 1/(2√x), ±∞ at ±0 as in PyTorch. */
public record Sqrt() implements Elementwise {
    @Override
    public String name() {
        return "sqrt";
    }

    @Override
    public int arity() {
        return 1;
    }

    @Override
    public Formula body() {
        return Formula.apply(Fn.SQRT, Formula.input(0));
    }
}
