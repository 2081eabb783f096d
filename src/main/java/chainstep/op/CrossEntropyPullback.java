package chainstep.op;

import chainstep.graph.Expression;
import chainstep.graph.Formula;
import chainstep.graph.Nest;
import chainstep.graph.Nests;
import chainstep.graph.Op;
import chainstep.graph.OperandException;
import chainstep.graph.Pullback;
import chainstep.math.Shape;
import java.util.List;
import java.util.Optional;

/**
 * From the gradient g of cross_entropy(z, t) to that of z: (p − t)·g, p = softmax(z), over the number of rows for a mean.
 *
 * <p>Operands g, z and t. Target rows that do not sum to 1 are honoured: computed is p·Σt − t, written p − t.
 */
public record CrossEntropyPullback(Reduction reduction) implements Op {
    @Override
    public String name() {
        return "cross_entropy_pullback";
    }

    @Override
    public Shape shape(List<Shape> inputs) {
        Operands.count(this, inputs, 3);
        Shape loss = new CrossEntropy(reduction).shape(inputs.subList(1, 3));
        if (!inputs.get(0).equals(loss)) {
            throw new OperandException("operands.same", name(), inputs.get(0), loss);
        }
        return inputs.get(1);
    }

    @Override
    public Nests nests(List<Shape> inputs) {
        Stages stages = new Stages(inputs);
        Categories categories = Categories.ofPullback(this, stages, inputs.get(1), inputs.get(2), 2);
        Stages.Rows rows = categories.rows();
        int powers = stages.exponentials(rows, 1);
        int sum = stages.sum(rows, Formula.input(0), rows.whole(powers));
        Nest.Read upstream = reduction == Reduction.NONE ? rows.spread(0) : new Nest.Read(0, categories.toScalar());
        Formula p = Formula.divide(Formula.input(1), Formula.input(2));
        Formula difference = categories.excess(p, 3);
        stages.each(
                rows,
                categories.reduced(Formula.multiply(Formula.input(0), difference), reduction),
                categories.readsAfter(upstream, rows.whole(powers), rows.spread(sum)));
        return stages.nests();
    }

    @Override
    public Optional<Pullback> pullback(int input, List<Shape> inputs) {
        boolean rows = inputs.get(1).equals(inputs.get(2));
        List<Pullback.Operand> read =
                List.of(Pullback.UPSTREAM, Pullback.input(0), Pullback.input(1), Pullback.input(2));
        return input == 1
                ? Optional.of(new Pullback(new CrossEntropyCurvature(reduction), rows ? read : read.subList(0, 3)))
                : Optional.empty();
    }

    @Override
    public Expression written(List<Expression> operands, List<Shape> inputs) {
        Shape logits = inputs.get(1);
        Expression p = new Expression.Applied("softmax", List.of(operands.get(1)), false);
        Expression t = Categories.written(operands.get(2), logits.equals(inputs.get(2)));
        int count = reduction == Reduction.MEAN ? Categories.groups(logits).size() : 1;
        Expression scaled = Written.over(Written.difference(p, t), count);
        return new Expression.Product(List.of(operands.get(0), scaled));
    }
}
