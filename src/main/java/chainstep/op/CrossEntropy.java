package chainstep.op;

import chainstep.graph.Expression;
import chainstep.graph.Formula;
import chainstep.graph.Nests;
import chainstep.graph.Op;
import chainstep.graph.OperandException;
import chainstep.graph.Pullback;
import chainstep.math.Shape;
import java.util.List;
import java.util.Optional;

/**
 * Cross-entropy −Σ t·ln softmax(z) of logits z along their last axis, one for each row, then reduced over the rows.
 *
 * <p>A target of the shape of z holds rows t, one-hot or soft; one of one rank less holds class numbers from 0, and a row
 * loses −ln p of its class, NaN where the number is no class. A class of probability 0 (a logit of −∞) that is not the target's
 * loses nothing: 0·ln 0 is 0. The pullback of z is
 * {@link CrossEntropyPullback}, p − t.
 */
public record CrossEntropy(Reduction reduction) implements Op {
    @Override
    public String name() {
        return "cross_entropy";
    }

    @Override
    public Shape shape(List<Shape> inputs) {
        Operands.count(this, inputs, 2);
        Shape logits = inputs.get(0);
        if (logits.isScalar() || !hasRows(inputs) && !inputs.get(1).equals(Categories.groups(logits))) {
            throw new OperandException("cross_entropy.shapes", logits, inputs.get(1));
        }
        return reduction == Reduction.NONE ? Categories.groups(logits) : Shape.SCALAR;
    }

    /** Whether the target holds rows, not class numbers. */
    private static boolean hasRows(List<Shape> inputs) {
        return inputs.get(0).equals(inputs.get(1));
    }

    @Override
    public Nests nests(List<Shape> inputs) {
        Stages stages = new Stages(inputs);
        Categories categories = Categories.ofLoss(this, stages, inputs.get(0), inputs.get(1), 1);
        int logs = stages.logSoftmax(categories.rows(), 0);
        Formula each = Formula.negate(categories.shareOf(Formula.input(0), 1));
        stages.fold(
                shape(inputs),
                reduction == Reduction.NONE ? categories.rows().group() : categories.toScalar(),
                categories.rows(),
                categories.reduced(each, reduction),
                categories.readsAfter(categories.rows().whole(logs)));
        return stages.nests();
    }

    @Override
    public Optional<Pullback> pullback(int input, List<Shape> inputs) {
        return input == 1
                ? Optional.empty()
                : Optional.of(new Pullback(
                        new CrossEntropyPullback(reduction),
                        List.of(Pullback.UPSTREAM, Pullback.input(0), Pullback.input(1))));
    }

    @Override
    public Expression written(List<Expression> operands, List<Shape> inputs) {
        Expression p = new Expression.Applied("softmax", List.of(operands.get(0)), false);
        Expression logs = Expression.Applied.of("log", p);
        Expression t = Categories.written(operands.get(1), hasRows(inputs));
        Expression products = new Expression.Product(List.of(t, logs));
        if (reduction == Reduction.NONE) {
            return new Expression.Negative(Written.summed(products, inputs.get(0), -1));
        }
        Expression sum = new Expression.Summed(products, List.of());
        int count =
                reduction == Reduction.MEAN ? Categories.groups(inputs.get(0)).size() : 1;
        return new Expression.Negative(Written.over(sum, count));
    }
}
