package chainstep.op;

import chainstep.graph.Formula;
import chainstep.math.Fn;

/** The absolute error |o − t|; its derivative at o = t is 0. */
public record Mae(Reduction reduction) implements Loss {
    @Override
    public String name() {
        return "mae";
    }

    @Override
    public Formula each() {
        return Formula.apply(Fn.ABS, Formula.subtract(Formula.input(0), Formula.input(1)));
    }
}
