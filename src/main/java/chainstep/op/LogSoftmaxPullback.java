package chainstep.op;

import chainstep.graph.Expression;
import chainstep.graph.Formula;
import chainstep.math.Fn;
import chainstep.math.Shape;
import java.util.List;

/** From the gradient g of y = log_softmax(x) to that of x: g − eʸ·Σg. Operands g and y. */
public record LogSoftmaxPullback(int axis) implements RowWise {
    @Override
    public String name() {
        return "log_softmax_pullback";
    }

    @Override
    public int arity() {
        return 2;
    }

    @Override
    public void write(Stages stages, Stages.Rows rows) {
        int sum = stages.sum(rows, Formula.input(0), rows.whole(0));
        Formula share = Formula.multiply(Formula.apply(Fn.EXP, Formula.input(1)), Formula.input(2));
        Formula body = Formula.subtract(Formula.input(0), share);
        stages.each(rows, body, rows.whole(0), rows.whole(1), rows.spread(sum));
    }

    @Override
    public Expression written(List<Expression> operands, List<Shape> inputs) {
        Expression g = operands.get(0);
        Expression power = Expression.Applied.of("exp", operands.get(1));
        Expression sum = Written.summed(g, inputs.get(0), axis);
        return Written.difference(g, new Expression.Product(List.of(power, sum)));
    }
}
