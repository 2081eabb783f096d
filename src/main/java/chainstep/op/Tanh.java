package chainstep.op;

import chainstep.graph.Formula;
import chainstep.math.Fn;

/** tanh x; tanh′ = 1 − tanh². */
public record Tanh() implements Elementwise {
    @Override
    public String name() {
        return "tanh";
    }

    @Override
    public int arity() {
        return 1;
    }

    @Override
    public Formula body() {
        return Formula.apply(Fn.TANH, Formula.input(0));
    }
}
