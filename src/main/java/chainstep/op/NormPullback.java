package chainstep.op;

import chainstep.graph.Expression;
import chainstep.graph.Formula;
import chainstep.graph.Formula.Comparison;
import chainstep.math.Shape;
import java.util.List;

/** From the gradient g of n = ‖x‖ to that of x: g·x/n, and 0 where n = 0. Operands g, x and n. */
public record NormPullback() implements Elementwise {
    @Override
    public String name() {
        return "norm_pullback";
    }

    @Override
    public int arity() {
        return 3;
    }

    @Override
    public Formula body() {
        Formula n = Formula.input(2);
        Formula isZero = Formula.compare(Comparison.EQUAL, n, Formula.ZERO);
        Formula share = Formula.divide(Formula.input(1), n);
        return Formula.multiply(Formula.input(0), Formula.select(isZero, Formula.ZERO, share));
    }

    @Override
    public Expression written(List<Expression> operands, List<Shape> inputs) {
        Expression share = new Expression.Quotient(operands.get(1), operands.get(2));
        return new Expression.Product(List.of(operands.get(0), share));
    }
}
