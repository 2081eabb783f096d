package chainstep.op;

import chainstep.graph.Expression;
import chainstep.graph.Formula;
import chainstep.graph.Formula.Comparison;
import chainstep.math.Shape;
import java.util.List;

/** 1 where x is a finite number, 0 where it is infinite or NaN. */
public record IsFinite() implements Elementwise {
    @Override
    public String name() {
        return "is_finite";
    }

    @Override
    public int arity() {
        return 1;
    }

    @Override
    public Formula body() {
        Formula x = Formula.input(0);
        return Formula.compare(Comparison.EQUAL, Formula.subtract(x, x), Formula.ZERO);
    }

    @Override
    public Expression written(List<Expression> operands, List<Shape> inputs) {
        return Written.function("is_finite", operands);
    }
}
