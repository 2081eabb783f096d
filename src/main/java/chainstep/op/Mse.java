package chainstep.op;

import chainstep.graph.Formula;

/** The squared error (o − t)². */
public record Mse(Reduction reduction) implements Loss {
    @Override
    public String name() {
        return "mse";
    }

    @Override
    public Formula each() {
        return Formula.power(Formula.subtract(Formula.input(0), Formula.input(1)), Formula.constant(2));
    }
}
