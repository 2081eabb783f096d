package chainstep.op;

import chainstep.graph.Formula;
import chainstep.math.Fn;

/** The natural logarithm ln x; its derivative is 1/x, as in PyTorch also where x &lt; 0 and ln x is NaN; ±∞ at ±0. */
public record Log() implements Elementwise {
    @Override
    public String name() {
        return "log";
    }

    @Override
    public int arity() {
        return 1;
    }

    @Override
    public Formula body() {
        return Formula.apply(Fn.LOG, Formula.input(0));
    }
}
