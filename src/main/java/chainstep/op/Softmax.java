package chainstep.op;

import chainstep.graph.Expression;
import chainstep.graph.Formula;
import chainstep.graph.Pullback;
import chainstep.math.Shape;
import java.util.List;
import java.util.Optional;

/**
 * p = eˣ / Σeˣ along an axis, without overflow: the greatest x is subtracted first.
 *
 * <p>Its pullback is p ⊙ (g − Σ g⊙p), see {@link SoftmaxPullback}.
 */
public record Softmax(int axis) implements RowWise {
    @Override
    public String name() {
        return "softmax";
    }

    @Override
    public int arity() {
        return 1;
    }

    @Override
    public void write(Stages stages, Stages.Rows rows) {
        int powers = stages.exponentials(rows, 0);
        int sum = stages.sum(rows, Formula.input(0), rows.whole(powers));
        stages.each(rows, Formula.divide(Formula.input(0), Formula.input(1)), rows.whole(powers), rows.spread(sum));
    }

    @Override
    public Optional<Pullback> pullback(int input, List<Shape> inputs) {
        return Optional.of(new Pullback(new SoftmaxPullback(axis), List.of(Pullback.UPSTREAM, Pullback.RESULT)));
    }

    @Override
    public Expression written(List<Expression> operands, List<Shape> inputs) {
        Shape shape = inputs.get(0);
        boolean last = Operands.axis(this, shape, axis) == shape.rank() - 1;
        String along = last ? "" : Axes.along(axis, false).written(this, shape);
        return new Expression.Applied(name() + along, operands, false);
    }
}
