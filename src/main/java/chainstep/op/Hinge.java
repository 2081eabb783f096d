package chainstep.op;

import chainstep.graph.Formula;

/** max(0, 1 − t·o) for targets t = ±1; its derivative at t·o = 1 is 0. */
public record Hinge(Reduction reduction) implements Loss {
    @Override
    public String name() {
        return "hinge";
    }

    @Override
    public Formula each() {
        Formula margin = Formula.subtract(Formula.ONE, Formula.multiply(Formula.input(1), Formula.input(0)));
        return Maximum.withZero(margin);
    }
}
