package chainstep.op;

import chainstep.graph.Expression;
import chainstep.graph.Pullback;
import chainstep.math.Shape;
import java.util.List;
import java.util.Optional;

/**
 * ln softmax(x) = x − m − ln Σeˣ⁻ᵐ along an axis, m the greatest x.
 *
 * <p>Its pullback is g − p·Σg with p = softmax(x), see {@link LogSoftmaxPullback}.
 */
public record LogSoftmax(int axis) implements RowWise {
    @Override
    public String name() {
        return "log_softmax";
    }

    @Override
    public int arity() {
        return 1;
    }

    @Override
    public void write(Stages stages, Stages.Rows rows) {
        stages.logSoftmax(rows, 0);
    }

    @Override
    public Optional<Pullback> pullback(int input, List<Shape> inputs) {
        return Optional.of(new Pullback(new LogSoftmaxPullback(axis), List.of(Pullback.UPSTREAM, Pullback.RESULT)));
    }

    @Override
    public Expression written(List<Expression> operands, List<Shape> inputs) {
        Shape shape = inputs.get(0);
        boolean last = Operands.axis(this, shape, axis) == shape.rank() - 1;
        String along = last ? "" : Axes.along(axis, false).written(this, shape);
        return new Expression.Applied(name() + along, operands, false);
    }
}
