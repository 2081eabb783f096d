package chainstep.rewrite;

import chainstep.graph.Expression;
import chainstep.graph.Formula;
import chainstep.graph.Op;
import chainstep.math.Shape;
import java.util.List;

/** An operation with its result's sign changed. */
public record SignChanged(Op of) implements Then {
    @Override
    public String name() {
        return of.name();
    }

    @Override
    public Formula after(Shape shape) {
        return Formula.negate(Formula.input(0));
    }

    @Override
    public void change(double[] result) {
        for (int i = 0; i < result.length; i++) {
            result[i] = -result[i];
        }
    }

    @Override
    public Expression written(List<Expression> operands, List<Shape> inputs) {
        return new Expression.Negative(of.written(operands, inputs));
    }
}
