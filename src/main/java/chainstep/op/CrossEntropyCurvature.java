package chainstep.op;

import chainstep.graph.Expression;
import chainstep.graph.Formula;
import chainstep.graph.IndexMap;
import chainstep.graph.Nest;
import chainstep.graph.Nests;
import chainstep.graph.Op;
import chainstep.graph.OperandException;
import chainstep.math.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * From the gradient u of the gradient of cross_entropy(z, t) by z to that of z: g·Σt · p ⊙ (u − Σ u⊙p), p = softmax(z), over
 * the number of rows for a mean.
 *
 * <p>Operands u, g, z and, where targets are rows, t. The Jacobian of p − t is that of softmax.
 */
public record CrossEntropyCurvature(Reduction reduction) implements Op {
    @Override
    public String name() {
        return "cross_entropy_curvature";
    }

    @Override
    public Shape shape(List<Shape> inputs) {
        boolean rows = inputs.size() == 4;
        Operands.count(this, inputs, rows ? 4 : 3);
        Shape logits = inputs.get(2);
        Operands.same(
                this,
                rows ? List.of(inputs.get(0), logits, inputs.get(3)) : List.of(inputs.get(0), logits),
                rows ? 3 : 2);
        Operands.axis(this, logits, -1);
        Shape loss = reduction == Reduction.NONE ? Categories.groups(logits) : Shape.SCALAR;
        if (!inputs.get(1).equals(loss)) {
            throw new OperandException("operands.same", name(), inputs.get(1), loss);
        }
        return logits;
    }

    @Override
    public Nests nests(List<Shape> inputs) {
        boolean weighed = inputs.size() == 4;
        Shape logits = inputs.get(2);
        Stages stages = new Stages(inputs);
        Stages.Rows rows = stages.rows(this, logits, -1);
        Formula first = Formula.input(0);
        Formula second = Formula.input(1);
        int powers = stages.exponentials(rows, 2);
        int sum = stages.sum(rows, first, rows.whole(powers));
        int p = stages.each(rows, Formula.divide(first, second), rows.whole(powers), rows.spread(sum));
        int along = stages.sum(rows, Formula.multiply(first, second), rows.whole(0), rows.whole(p));
        Nest.Read upstream =
                reduction == Reduction.NONE ? rows.spread(1) : new Nest.Read(1, IndexMap.scalar(logits.rank()));
        List<Nest.Read> reads = new ArrayList<>(List.of(upstream, rows.whole(p), rows.whole(0), rows.spread(along)));
        Formula share = Formula.multiply(second, Formula.subtract(Formula.input(2), Formula.input(3)));
        if (weighed) {
            reads.add(rows.spread(stages.sum(rows, first, rows.whole(3))));
            share = Formula.multiply(Formula.input(4), share);
        }
        Formula body = Formula.multiply(first, share);
        boolean mean = reduction == Reduction.MEAN;
        Formula each =
                mean ? Formula.divide(body, Formula.constant(rows.groups().size())) : body;
        stages.each(rows, each, reads.toArray(Nest.Read[]::new));
        return stages.nests();
    }

    @Override
    public Expression written(List<Expression> operands, List<Shape> inputs) {
        Shape logits = inputs.get(2);
        Expression p = new Expression.Applied("softmax", List.of(operands.get(2)), false);
        Expression u = operands.get(0);
        Expression along = Written.summed(new Expression.Product(List.of(u, p)), logits, -1);
        int count = reduction == Reduction.MEAN ? Categories.groups(logits).size() : 1;
        List<Expression> factors = new ArrayList<>(List.of(operands.get(1)));
        if (inputs.size() == 4) {
            factors.add(Written.summed(operands.get(3), logits, -1));
        }
        factors.addAll(List.of(p, Written.difference(u, along)));
        return Written.over(new Expression.Product(factors), count);
    }
}
