package chainstep.op;

import chainstep.graph.Formula;
import chainstep.math.Fn;

/** −1, 0 or 1; sign′ = 0 everywhere. */
public record Sign() implements Elementwise {
    @Override
    public String name() {
        return "sign";
    }

    @Override
    public int arity() {
        return 1;
    }

    @Override
    public Formula body() {
        return Formula.apply(Fn.SIGN, Formula.input(0));
    }
}
