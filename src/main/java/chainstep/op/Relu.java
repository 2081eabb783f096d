package chainstep.op;

import chainstep.graph.Expression;
import chainstep.graph.Formula;
import chainstep.graph.Formula.Comparison;
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
        Formula x = Formula.input(0);
        return Formula.select(Formula.compare(Comparison.GREATER_OR_EQUAL, Formula.ZERO, x), Formula.ZERO, x);
    }

    @Override
    public Expression written(List<Expression> operands, List<Shape> inputs) {
        return Written.function("relu", operands);
    }
}
