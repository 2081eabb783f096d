package chainstep.explain;

import chainstep.graph.Expression;
import java.util.List;
import java.util.function.UnaryOperator;

/** The direct parts of an expression, to be read or replaced. */
final class Parts {
    private Parts() {}

    static List<Expression> of(Expression expression) {
        if (expression instanceof Expression.Sum e) {
            return e.terms();
        } else if (expression instanceof Expression.Negative e) {
            return List.of(e.of());
        } else if (expression instanceof Expression.Product e) {
            return e.factors();
        } else if (expression instanceof Expression.MatrixProduct e) {
            return List.of(e.left(), e.right());
        } else if (expression instanceof Expression.Transposed e) {
            return List.of(e.of());
        } else if (expression instanceof Expression.Quotient e) {
            return List.of(e.above(), e.below());
        } else if (expression instanceof Expression.Raised e) {
            return List.of(e.base(), e.exponent());
        } else if (expression instanceof Expression.Applied e) {
            return e.arguments();
        } else if (expression instanceof Expression.Summed e) {
            return List.of(e.of());
        } else if (expression instanceof Expression.Spread e) {
            return List.of(e.of());
        } else if (expression instanceof Expression.Indicator e) {
            return List.of(e.left(), e.right());
        } else if (expression instanceof Expression.Cases e) {
            return List.of(e.test(), e.then(), e.otherwise());
        }
        return expression instanceof Expression.Part e ? List.of(e.of()) : List.of();
    }

    /** The expression with its direct parts replaced. */
    static Expression map(Expression expression, UnaryOperator<Expression> part) {
        List<Expression> made = of(expression).stream().map(part).toList();
        if (expression instanceof Expression.Sum) {
            return new Expression.Sum(made);
        } else if (expression instanceof Expression.Negative) {
            return new Expression.Negative(made.get(0));
        } else if (expression instanceof Expression.Product) {
            return new Expression.Product(made);
        } else if (expression instanceof Expression.MatrixProduct e) {
            return new Expression.MatrixProduct(made.get(0), made.get(1), e.scalar());
        } else if (expression instanceof Expression.Transposed) {
            return new Expression.Transposed(made.get(0));
        } else if (expression instanceof Expression.Quotient) {
            return new Expression.Quotient(made.get(0), made.get(1));
        } else if (expression instanceof Expression.Raised) {
            return new Expression.Raised(made.get(0), made.get(1));
        } else if (expression instanceof Expression.Applied e) {
            return new Expression.Applied(e.function(), made, e.scalar());
        } else if (expression instanceof Expression.Summed e) {
            return new Expression.Summed(made.get(0), e.axes());
        } else if (expression instanceof Expression.Spread e) {
            return new Expression.Spread(made.get(0), e.shape());
        } else if (expression instanceof Expression.Indicator e) {
            return new Expression.Indicator(e.comparison(), made.get(0), made.get(1));
        } else if (expression instanceof Expression.Cases) {
            return new Expression.Cases(made.get(0), made.get(1), made.get(2));
        }
        return expression instanceof Expression.Part e
                ? new Expression.Part(made.get(0), e.brackets(), e.scalar())
                : expression;
    }

    /** How many symbols, numbers and functions it is written with. */
    static int size(Expression expression) {
        return 1 + of(expression).stream().mapToInt(Parts::size).sum();
    }
}
