package chainstep.op;

import chainstep.graph.Expression;
import chainstep.graph.Nests;
import chainstep.graph.Op;
import chainstep.graph.Pullback;
import chainstep.math.Shape;
import java.util.List;
import java.util.Optional;

/**
 * ln softmax(x) = x − m − ln Σeˣ⁻ᵐ along an axis, m the greatest x.
 *
 * <p>Its pullback is g − p·Σg with p = softmax(x), see {@link LogSoftmaxPullback}.
 */
public record LogSoftmax(int axis) implements Op {
    @Override
    public String name() {
        return "log_softmax";
    }

    @Override
    public Shape shape(List<Shape> inputs) {
        Operands.count(this, inputs, 1);
        Operands.axis(this, inputs.get(0), axis);
        return inputs.get(0);
    }

    @Override
    public Nests nests(List<Shape> inputs) {
        Stages stages = new Stages(inputs);
        Stages.Rows rows = stages.rows(this, inputs.get(0), axis);
        stages.logSoftmax(rows, 0);
        return stages.nests();
    }

    @Override
    public Optional<Pullback> pullback(int input, List<Shape> inputs) {
        return Optional.of(new Pullback(new LogSoftmaxPullback(axis), List.of(Pullback.UPSTREAM, Pullback.RESULT)));
    }

    @Override
    public Expression written(List<Expression> operands, List<Shape> inputs) {
        return new Expression.Applied(name(), operands, false);
    }
}
