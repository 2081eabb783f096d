package chainstep.op;

import chainstep.graph.Expression;
import chainstep.graph.Formula;
import chainstep.graph.Nest;
import chainstep.graph.Nests;
import chainstep.graph.Op;
import chainstep.math.Shape;
import java.util.List;

/**
 * The mean of each window; the gradient is shared out evenly.
 *
 * @param size of the window's side
 * @param stride from window to window
 */
public record AvgPool2d(int size, int stride) implements Op {
    public AvgPool2d {
        new Windows(size, stride);
    }

    /** Windows that touch and do not overlap. */
    public AvgPool2d(int size) {
        this(size, size);
    }

    @Override
    public String name() {
        return "avg_pool2d";
    }

    @Override
    public Shape shape(List<Shape> inputs) {
        return new Windows(size, stride).shape(this, inputs);
    }

    @Override
    public Nests nests(List<Shape> inputs) {
        Shape result = shape(inputs);
        Windows windows = new Windows(size, stride);
        Nest nest = Nest.sum(
                windows.domain(result),
                1,
                windows.target(result),
                List.of(new Nest.Read(0, windows.read(result))),
                Formula.divide(Formula.input(0), Formula.constant((long) size * size)));
        return Nests.of(inputs, result, nest);
    }

    @Override
    public Expression written(List<Expression> operands, List<Shape> inputs) {
        return new Expression.Applied(name(), operands, false);
    }
}
