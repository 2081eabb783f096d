package chainstep.op;

import chainstep.graph.Expression;
import chainstep.graph.Formula;
import chainstep.graph.Pullback;
import chainstep.math.Shape;
import java.util.List;
import java.util.Optional;

/** From the gradient g of p = softmax(x) to that of x: p ⊙ (g − Σ g⊙p). Operands g and p. */
public record SoftmaxPullback(int axis) implements RowWise {
    @Override
    public String name() {
        return "softmax_pullback";
    }

    @Override
    public int arity() {
        return 2;
    }

    /** The Jacobian of softmax is its own transpose. */
    @Override
    public Optional<Pullback> pullback(int input, List<Shape> inputs) {
        return input == 0
                ? Optional.of(new Pullback(this, List.of(Pullback.UPSTREAM, Pullback.input(1))))
                : Optional.empty();
    }

    @Override
    public void write(Stages stages, Stages.Rows rows) {
        Formula g = Formula.input(0);
        Formula p = Formula.input(1);
        int sum = stages.sum(rows, Formula.multiply(g, p), rows.whole(0), rows.whole(1));
        Formula body = Formula.multiply(p, Formula.subtract(g, Formula.input(2)));
        stages.each(rows, body, rows.whole(0), rows.whole(1), rows.spread(sum));
    }

    @Override
    public Expression written(List<Expression> operands, List<Shape> inputs) {
        Expression g = operands.get(0);
        Expression p = operands.get(1);
        Expression sum = Written.summed(new Expression.Product(List.of(g, p)), inputs.get(0), axis);
        return new Expression.Product(List.of(p, Written.difference(g, sum)));
    }
}
