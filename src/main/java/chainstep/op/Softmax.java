package chainstep.op;

import chainstep.graph.Expression;
import chainstep.graph.Formula;
import chainstep.graph.Nests;
import chainstep.graph.Op;
import chainstep.graph.Pullback;
import chainstep.math.Shape;
import java.util.List;
import java.util.Optional;

/**
 * p = eˣ / Σeˣ along an axis, without overflow: the greatest x is subtracted first.
 *
 * <p>Its pullback is p ⊙ (g − Σ g⊙p), see {@link SoftmaxPullback}.
 */
public record Softmax(int axis) implements Op {
    @Override
    public String name() {
        return "softmax";
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
        int powers = stages.exponentials(rows, 0);
        int sum = stages.sum(rows, Formula.input(0), rows.whole(powers));
        stages.each(rows, Formula.divide(Formula.input(0), Formula.input(1)), rows.whole(powers), rows.spread(sum));
        return stages.nests();
    }

    @Override
    public Optional<Pullback> pullback(int input, List<Shape> inputs) {
        return Optional.of(new Pullback(new SoftmaxPullback(axis), List.of(Pullback.UPSTREAM, Pullback.RESULT)));
    }

    @Override
    public Expression written(List<Expression> operands, List<Shape> inputs) {
        return new Expression.Applied(name(), operands, false);
    }
}
