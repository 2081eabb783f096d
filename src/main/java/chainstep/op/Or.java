package chainstep.op;

import chainstep.graph.Expression;
import chainstep.graph.Formula;
import chainstep.math.Shape;
import java.util.List;

/** 1 where either is not zero, else 0. */
public record Or() implements Elementwise {
    @Override
    public String name() {
        return "or";
    }

    @Override
    public int arity() {
        return 2;
    }

    @Override
    public Formula body() {
        Formula a = Formula.input(0);
        Formula b = Formula.input(1);
        return Formula.select(a, Formula.ONE, Formula.select(b, Formula.ONE, Formula.ZERO));
    }

    @Override
    public Expression written(List<Expression> operands, List<Shape> inputs) {
        return Written.function("or", operands);
    }
}
