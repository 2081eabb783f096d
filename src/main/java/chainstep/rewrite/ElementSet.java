package chainstep.rewrite;

import chainstep.graph.Expression;
import chainstep.graph.Formula;
import chainstep.graph.Op;
import chainstep.math.Shape;
import java.util.Arrays;
import java.util.List;

/** An operation with one element of its result, counted row-major, set by hand. */
public record ElementSet(Op of, int element, double value) implements Then {
    @Override
    public String name() {
        return of.name();
    }

    @Override
    public Formula after(Shape shape) {
        Formula here =
                new Formula.Position(Arrays.stream(shape.strides()).boxed().toList());
        Formula chosen = Formula.compare(Formula.Comparison.EQUAL, here, Formula.constant(element));
        return Formula.select(chosen, Formula.constant(value), Formula.input(0));
    }

    @Override
    public void change(double[] result) {
        result[element] = value;
    }

    /** Written as it was: the element set by hand is said in words. */
    @Override
    public Expression written(List<Expression> operands, List<Shape> inputs) {
        return of.written(operands, inputs);
    }
}
