package chainstep.op;

import chainstep.graph.Expression;
import chainstep.graph.Formula;
import chainstep.math.Shape;
import java.util.List;

/** max(0, x); relu′(0) = 0. A NaN passes. */
public record Relu() implements Elementwise {
    @Override
    public String name() {
        return "relu";
    }

    @Override
    public int arity() {
        return 1;
    }

    @Override
    public Formula body() {
        return Maximum.withZero(Formula.input(0));
    }

    @Override
    public Expression written(List<Expression> operands, List<Shape> inputs) {
        return Written.function("relu", operands);
    }
}
