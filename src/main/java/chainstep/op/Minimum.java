package chainstep.op;

import chainstep.graph.Expression;
import chainstep.graph.Formula;
import chainstep.math.Shape;
import java.util.List;

/** The smaller of a and b, number by number; a tie goes to a, and a NaN on either side is the result, as in NumPy. */
public record Minimum() implements Elementwise {
    @Override
    public String name() {
        return "minimum";
    }

    @Override
    public int arity() {
        return 2;
    }

    @Override
    public Formula body() {
        return Maximum.firstIf(Formula.input(1), Formula.input(0));
    }

    @Override
    public Expression written(List<Expression> operands, List<Shape> inputs) {
        return Written.function("min", operands);
    }
}
