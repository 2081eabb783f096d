package chainstep.op;

import chainstep.graph.Formula;
import chainstep.math.Fn;

/** 1 for x &gt; 0, else 0; step(0) = 0 and step′ = 0 everywhere. */
public record Step() implements Elementwise {
    @Override
    public String name() {
        return "step";
    }

    @Override
    public int arity() {
        return 1;
    }

    @Override
    public Formula body() {
        return Formula.apply(Fn.STEP, Formula.input(0));
    }
}
