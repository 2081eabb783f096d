package chainstep.op;

import chainstep.graph.Expression;
import chainstep.graph.Formula;
import chainstep.graph.Nests;
import chainstep.graph.Op;
import chainstep.math.Shape;
import java.util.List;

/** From the gradient g of p = softmax(x) to that of x: p ⊙ (g − Σ g⊙p). Operands g and p. */
public record SoftmaxPullback(int axis) implements Op {
    @Override
    public String name() {
        return "softmax_pullback";
    }

    @Override
    public Shape shape(List<Shape> inputs) {
        Operands.same(this, inputs, 2);
        Operands.axis(this, inputs.get(0), axis);
        return inputs.get(0);
    }

    @Override
    public Nests nests(List<Shape> inputs) {
        Stages stages = new Stages(inputs);
        Stages.Rows rows = stages.rows(this, inputs.get(0), axis);
        Formula g = Formula.input(0);
        Formula p = Formula.input(1);
        int sum = stages.sum(rows, Formula.multiply(g, p), rows.whole(0), rows.whole(1));
        Formula body = Formula.multiply(p, Formula.subtract(g, Formula.input(2)));
        stages.each(rows, body, rows.whole(0), rows.whole(1), rows.spread(sum));
        return stages.nests();
    }

    @Override
    public Expression written(List<Expression> operands, List<Shape> inputs) {
        Expression g = operands.get(0);
        Expression p = operands.get(1);
        Expression sum = Written.summed(new Expression.Product(List.of(g, p)), inputs.get(0), axis);
        return new Expression.Product(List.of(p, Written.difference(g, sum)));
    }
}
