package chainstep.op;

import chainstep.graph.Expression;
import chainstep.graph.Formula;
import chainstep.graph.Formula.Comparison;
import chainstep.math.Shape;
import java.util.List;

/** The greater of a and b, number by number; a tie goes to a, and a NaN on either side is the result, as in NumPy. */
public record Maximum() implements Elementwise {
    @Override
    public String name() {
        return "maximum";
    }

    @Override
    public int arity() {
        return 2;
    }

    @Override
    public Formula body() {
        Formula a = Formula.input(0);
        Formula b = Formula.input(1);
        Formula neither = Formula.add(a, b);
        return Formula.select(
                Formula.compare(Comparison.GREATER_OR_EQUAL, a, b),
                a,
                Formula.select(Formula.compare(Comparison.GREATER, b, a), b, neither));
    }

    @Override
    public Expression written(List<Expression> operands, List<Shape> inputs) {
        return Written.function("max", operands);
    }
}
