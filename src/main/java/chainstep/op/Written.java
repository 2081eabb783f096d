package chainstep.op;

import chainstep.graph.Expression;
import chainstep.math.Rational;
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
}
