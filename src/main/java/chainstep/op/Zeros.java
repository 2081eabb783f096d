package chainstep.op;

import chainstep.graph.Expression;
import chainstep.graph.Nests;
import chainstep.graph.Op;
import chainstep.math.Shape;
import java.util.List;

/** An array of zeros, of no operands: the gradient of what nothing depends on. */
public record Zeros(Shape shape) implements Op {
    @Override
    public String name() {
        return "zeros";
    }

    @Override
    public Shape shape(List<Shape> inputs) {
        Operands.count(this, inputs, 0);
        return shape;
    }

    @Override
    public Nests nests(List<Shape> inputs) {
        return Nests.of(List.of(), shape);
    }

    @Override
    public Expression written(List<Expression> operands, List<Shape> inputs) {
        return Written.ZERO;
    }
}
