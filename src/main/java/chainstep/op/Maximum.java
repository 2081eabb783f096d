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
        return firstIf(Formula.input(0), Formula.input(1));
    }

    /** a where {@code high} ≥ {@code low}, else b; the two are a and b in either order, and neither holds for a NaN. */
    static Formula firstIf(Formula high, Formula low) {
        Formula a = Formula.input(0);
        Formula b = Formula.input(1);
        Formula neither = Formula.add(a, b);
        Formula second = Formula.select(Formula.compare(Comparison.GREATER, low, high), b, neither);
        return Formula.select(Formula.compare(Comparison.GREATER_OR_EQUAL, high, low), a, second);
    }

    /** max(0, x), a NaN passing; its derivative at 0 is 0. */
    static Formula withZero(Formula x) {
        return Formula.select(Formula.compare(Comparison.GREATER_OR_EQUAL, Formula.ZERO, x), Formula.ZERO, x);
    }

    @Override
    public Expression written(List<Expression> operands, List<Shape> inputs) {
        return Written.function("max", operands);
    }
}
