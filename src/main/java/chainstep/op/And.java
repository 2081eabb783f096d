package chainstep.op;

import chainstep.graph.Expression;
import chainstep.graph.Formula;
import chainstep.math.Shape;
import java.util.List;

/** 1 where both are not zero, else 0. */
public record And() implements Elementwise {
    @Override
    public String name() {
        return "and";
    }

    @Override
    public int arity() {
        return 2;
    }

    @Override
    public Formula body() {
        Formula a = Formula.input(0);
        Formula b = Formula.input(1);
        return Formula.select(a, Formula.select(b, Formula.ONE, Formula.ZERO), Formula.ZERO);
    }

    @Override
    public Expression written(List<Expression> operands, List<Shape> inputs) {
        return Written.function("and", operands);
    }
}
