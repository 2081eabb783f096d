package chainstep.op;

import chainstep.graph.Expression;
import chainstep.math.Rational;
import chainstep.math.Shape;
import java.util.List;

/** Ways of writing that operations share. */
final class Written {
    static final Expression ZERO = new Expression.Number(Rational.ZERO);
    static final Expression ONE = new Expression.Number(Rational.ONE);

    private Written() {}

    /** An elementwise function of its arguments, by name. */
    static Expression function(String name, List<Expression> arguments) {
        return new Expression.Applied(name, arguments, arguments.stream().allMatch(Expression::isScalar));
    }

    /** a − b. */
    static Expression difference(Expression a, Expression b) {
        return new Expression.Sum(List.of(a, new Expression.Negative(b)));
    }

    /** The sum along one axis of an array of this shape: over all of it where it has no other. */
    static Expression summed(Expression of, Shape shape, int axis) {
        int counted = axis < 0 ? axis + shape.rank() : axis;
        return new Expression.Summed(of, shape.rank() == 1 ? List.of() : List.of(counted));
    }

    /** (1/count)·x; x itself for 1. */
    static Expression over(Expression x, int count) {
        Expression share = new Expression.Number(Rational.of(1, count));
        return count == 1 ? x : new Expression.Product(List.of(share, x));
    }
}
