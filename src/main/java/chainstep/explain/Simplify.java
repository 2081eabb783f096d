package chainstep.explain;

import chainstep.graph.Expression;
import chainstep.graph.Formula;
import chainstep.math.Rational;
import chainstep.math.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tidies a formula as a person would before writing it down: numbers multiplied out, signs pulled to the front, ones dropped,
 * x·x written x², like terms joined, copies along axes left to broadcasting.
 *
 * <p>No computer algebra: nothing is expanded, factored or cancelled beyond that, so what is left is recognisably the chain.
 * Cancelled is only what cancels for the numbers at hand: x − x is 0 where x is finite, x/x is 1 where it is not 0 either.
 */
final class Simplify {
    static final Expression ONE = new Expression.Number(Rational.ONE);
    static final Expression ZERO = new Expression.Number(Rational.ZERO);

    private final Magnitudes known;
    private final boolean joins;

    /** @param known what is known of the numbers */
    Simplify(Magnitudes known) {
        this(known, true);
    }

    private Simplify(Magnitudes known, boolean joins) {
        this.known = known;
        this.joins = joins;
    }

    /** The same, but terms that are alike stay apart: x + 3·x has x in two places. */
    static Simplify apart(Magnitudes known) {
        return new Simplify(known, false);
    }

    /** Tidied without cancelling anything: right for all numbers, NaN and infinity too. */
    static Expression simplify(Expression expression) {
        return new Simplify(Magnitudes.UNKNOWN).tidied(expression);
    }

    Expression tidied(Expression expression) {
        return rule(Parts.map(expression, this::tidied));
    }

    /** Whether all its numbers are sure to be finite. */
    boolean isFinite(Expression expression) {
        return known.isFinite(expression);
    }

    Factors factors(Expression expression) {
        return Factors.of(expression, known);
    }

    private Expression rule(Expression expression) {
        if (expression instanceof Expression.Sum e) {
            return sum(e);
        } else if (expression instanceof Expression.Negative
                || expression instanceof Expression.Product
                || expression instanceof Expression.Quotient
                || expression instanceof Expression.Raised) {
            return factors(expression).written();
        } else if (expression instanceof Expression.MatrixProduct e) {
            return matrixProduct(e);
        } else if (expression instanceof Expression.Transposed e) {
            return transposed(e);
        } else if (expression instanceof Expression.Summed e) {
            return summed(e);
        } else if (expression instanceof Expression.Spread e) {
            return spread(e);
        }
        return expression instanceof Expression.Cases e ? cases(e) : expression;
    }

    static boolean isNegative(Expression e) {
        return e instanceof Expression.Negative
                || e instanceof Expression.Number number && number.value().signum() < 0;
    }

    /** Its opposite, without a doubled sign. */
    static Expression negated(Expression e) {
        if (e instanceof Expression.Negative negative) {
            return negative.of();
        }
        return e instanceof Expression.Number number
                ? new Expression.Number(number.value().negate())
                : new Expression.Negative(e);
    }

    /**
     * Terms that may be joined: of the same factors in any order; where they may be infinite, of one sign too.
     *
     * @param factors how often each stands there
     * @param place of a term that stays apart
     */
    private record Alike(Map<Expression, Integer> factors, boolean joins, int sign, int place) {
        static Alike of(Expression rest, boolean joins, int sign, int place) {
            List<Expression> all = rest instanceof Expression.Product product ? product.factors() : List.of(rest);
            Map<Expression, Integer> factors = new HashMap<>();
            all.forEach(factor -> factors.merge(factor, 1, Integer::sum));
            return new Alike(factors, joins, sign, place);
        }
    }

    /** A term of a sum as it was first met, and what stands before all that are like it. */
    private record Joined(Expression rest, Rational coefficient) {}

    private Expression sum(Expression.Sum sum) {
        Map<Alike, Joined> terms = new LinkedHashMap<>();
        Placed.joined(sum.terms(), this).forEach(term -> collect(term, Rational.ONE, terms));
        List<Expression> written = new ArrayList<>();
        terms.forEach((alike, term) -> {
            if (term.coefficient().signum() != 0 || !alike.joins()) {
                written.add(times(term.coefficient(), term.rest()));
            }
        });
        if (written.isEmpty()) {
            return ZERO;
        }
        return written.size() == 1 ? written.get(0) : new Expression.Sum(Spreads.droppedFromSum(written, this));
    }

    private void collect(Expression term, Rational by, Map<Alike, Joined> terms) {
        Factors factors = factors(term);
        Rational coefficient = factors.coefficient().multiply(by);
        Expression rest = factors.withoutCoefficient();
        if (rest instanceof Expression.Sum inner && coefficient.abs().equals(Rational.ONE)) {
            inner.terms().forEach(each -> collect(each, coefficient, terms));
        } else {
            boolean finite = known.isFinite(rest);
            terms.merge(
                    Alike.of(
                            rest,
                            finite,
                            finite ? 0 : coefficient.signum(),
                            joins || rest.equals(ONE) ? 0 : terms.size()),
                    new Joined(rest, coefficient),
                    (a, b) -> new Joined(a.rest(), a.coefficient().add(b.coefficient())));
        }
    }

    Expression times(Rational coefficient, Expression rest) {
        return factors(rest).times(coefficient).written();
    }

    /** Numbers move in front; a vector on the left of a matrix is written xᵀW = (Wᵀx)ᵀ, as vectors are columns. */
    private Expression matrixProduct(Expression.MatrixProduct e) {
        Factors left = factors(e.left());
        Factors right = factors(e.right());
        Expression a = left.withoutCoefficient();
        Expression b = right.withoutCoefficient();
        Rational coefficient = left.coefficient().multiply(right.coefficient());
        List<Expression> scalars = new ArrayList<>();
        a = withoutScalars(a, scalars);
        b = withoutScalars(b, scalars);
        boolean row = !e.scalar() && rank(a) == 1 && rank(b) == 2;
        Expression product = row
                ? new Expression.MatrixProduct(transposed(new Expression.Transposed(b)), a, false)
                : new Expression.MatrixProduct(a, b, e.scalar());
        scalars.add(product);
        return times(coefficient, scalars.size() == 1 ? product : new Expression.Product(scalars));
    }

    /** What is left of a product when its scalar factors are moved to a list. */
    private static Expression withoutScalars(Expression e, List<Expression> scalars) {
        if (!(e instanceof Expression.Product product)) {
            return e;
        }
        List<Expression> rest =
                product.factors().stream().filter(factor -> !factor.isScalar()).toList();
        product.factors().stream().filter(Expression::isScalar).forEach(scalars::add);
        return rest.size() == 1 ? rest.get(0) : new Expression.Product(rest);
    }

    private static int rank(Expression e) {
        return Shapes.of(e).map(Shape::rank).orElse(-1);
    }

    private Expression transposed(Expression.Transposed e) {
        if (e.of() instanceof Expression.Transposed inner) {
            return inner.of();
        }
        Factors factors = factors(e.of());
        Expression rest = factors.withoutCoefficient();
        if (rest instanceof Expression.MatrixProduct product && isTurned(product)) {
            Expression left = transposed(new Expression.Transposed(product.right()));
            Expression right = transposed(new Expression.Transposed(product.left()));
            return times(factors.coefficient(), new Expression.MatrixProduct(left, right, false));
        }
        return rest.isScalar() ? e.of() : times(factors.coefficient(), new Expression.Transposed(rest));
    }

    /** Whether the transpose of a product has fewer transposes than it: (AᵀB)ᵀ = BᵀA, of matrices. */
    private static boolean isTurned(Expression.MatrixProduct product) {
        boolean turned =
                product.left() instanceof Expression.Transposed || product.right() instanceof Expression.Transposed;
        return turned && rank(product.left()) == 2 && rank(product.right()) == 2;
    }

    private Expression summed(Expression.Summed e) {
        Factors factors = factors(e.of());
        List<Expression> scalars = new ArrayList<>();
        Expression rest = withoutScalars(factors.withoutCoefficient(), scalars);
        Optional<Expression> counted = Spreads.counted(rest, e.axes(), this);
        scalars.add(counted.orElseGet(() -> new Expression.Summed(rest, e.axes())));
        return times(factors.coefficient(), new Expression.Product(scalars));
    }

    /** A copied scalar is the scalar times an array of ones. */
    private Expression spread(Expression.Spread e) {
        if (e.of() instanceof Expression.Part column && column.brackets().equals(Shapes.COLUMN)) {
            Optional<Expression> all = onesIn(column.of(), e.shape());
            if (all.isPresent()) {
                return all.get();
            }
        }
        Factors factors = factors(e.of());
        Expression rest = factors.withoutCoefficient();
        if (e.shape().isScalar() || e.of().isScalar() && rest.equals(Spreads.ones(e.shape()))) {
            return e.of();
        }
        Expression copied = rest.isScalar() && !rest.equals(ONE)
                ? new Expression.Product(List.of(rest, Spreads.ones(e.shape())))
                : new Expression.Spread(rest, e.shape());
        return times(factors.coefficient(), copied);
    }

    /** Copies of a column of ones, a number times it too, are ones everywhere. */
    private Optional<Expression> onesIn(Expression column, Shape shape) {
        Factors factors = factors(column);
        List<Expression> scalars = new ArrayList<>();
        boolean ones = withoutScalars(factors.withoutCoefficient(), scalars) instanceof Expression.Spread inner
                && inner.of().equals(ONE);
        scalars.add(Spreads.ones(shape));
        return ones ? Optional.of(times(factors.coefficient(), new Expression.Product(scalars))) : Optional.empty();
    }

    private static Expression cases(Expression.Cases e) {
        if (e.test() instanceof Expression.Indicator test) {
            boolean off = e.then().equals(ZERO);
            if (off && e.otherwise().equals(ONE) && test.comparison() == Formula.Comparison.GREATER_OR_EQUAL) {
                return new Expression.Indicator(Formula.Comparison.GREATER, test.right(), test.left());
            } else if (off && e.otherwise().equals(test.right()) && test.left().equals(ZERO)) {
                return Expression.Applied.of("relu", test.right());
            } else if (e.then().equals(ONE) && e.otherwise().equals(ZERO)) {
                return test;
            }
        }
        return e.then().equals(e.otherwise()) ? e.then() : e;
    }
}
