package chainstep.op;

import chainstep.graph.Formula;
import chainstep.math.Fn;

/** σ(x) = 1/(1 + e⁻ˣ); σ′ = σ(1 − σ), which rounds to 0 from x = 37 on. */
public record Sigmoid() implements Elementwise {
    @Override
    public String name() {
        return "sigmoid";
    }

    @Override
    public int arity() {
        return 1;
    }

    @Override
    public Formula body() {
        return Formula.apply(Fn.SIGMOID, Formula.input(0));
    }
}
