package chainstep.op;

import chainstep.graph.Formula;
import chainstep.math.Fn;

/** |x|; |x|′ = sign(x), and |0|′ = 0. */
public record Abs() implements Elementwise {
    @Override
    public String name() {
        return "abs";
    }

    @Override
    public int arity() {
        return 1;
    }

    @Override
    public Formula body() {
        return Formula.apply(Fn.ABS, Formula.input(0));
    }
}
