package chainstep.explain;

import chainstep.graph.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Writes the gradient that comes in once, in front, where every term of a sum has it: ∂L/∂y·(1 + 2x). */
final class CommonFactor {
    private CommonFactor() {}

    static Expression factored(Expression expression, Predicate<Expression> isGradient, Simplify simplify) {
        if (!(expression instanceof Expression.Sum sum)) {
            return expression;
        }
        List<Expression> first =
                factors(sum.terms().get(0)).stream().filter(isGradient).toList();
        if (first.size() != 1
                || !simplify.isFinite(first.get(0))
                || !sum.terms().stream().allMatch(term -> factors(term).contains(first.get(0)))) {
            return expression;
        }
        Expression common = first.get(0);
        List<Expression> rest =
                sum.terms().stream().map(term -> without(term, common)).toList();
        return new Expression.Product(List.of(common, simplify.tidied(new Expression.Sum(rest))));
    }

    private static List<Expression> factors(Expression term) {
        if (term instanceof Expression.Negative negative) {
            return factors(negative.of());
        } else if (term instanceof Expression.Quotient quotient) {
            return factors(quotient.above());
        }
        return term instanceof Expression.Product product ? product.factors() : List.of(term);
    }

    private static Expression without(Expression term, Expression common) {
        if (term instanceof Expression.Negative negative) {
            return Simplify.negated(without(negative.of(), common));
        } else if (term instanceof Expression.Quotient quotient) {
            return new Expression.Quotient(without(quotient.above(), common), quotient.below());
        }
        List<Expression> rest = new ArrayList<>(factors(term));
        rest.remove(common);
        return rest.isEmpty() ? Simplify.ONE : rest.size() == 1 ? rest.get(0) : new Expression.Product(rest);
    }
}
