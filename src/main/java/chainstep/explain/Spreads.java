package chainstep.explain;

import chainstep.graph.Expression;
import chainstep.math.Rational;
import chainstep.math.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Copies along axes: needed on their own, silent where something beside them has the full shape anyway. */
final class Spreads {
    private Spreads() {}

    /** An array of ones. */
    static Expression ones(Shape shape) {
        return new Expression.Spread(Simplify.ONE, shape);
    }

    private static boolean isOnes(Expression e) {
        return e instanceof Expression.Spread spread && spread.of().equals(Simplify.ONE);
    }

    private static boolean isColumn(Expression e) {
        return e instanceof Expression.Part part && part.brackets().equals(Shapes.COLUMN);
    }

    /** The factors, copies left out or undone where the others and the divisors make up the shape. */
    static List<Expression> droppedFromProduct(List<Expression> factors, List<Expression> divisors) {
        List<Expression> kept = new ArrayList<>(factors);
        for (int i = 0; i < kept.size(); i++) {
            List<Expression> all = new ArrayList<>(kept);
            all.addAll(divisors);
            if (kept.get(i) instanceof Expression.Spread spread
                    && !isColumn(spread.of())
                    && covers(all, i, spread)
                    && all.size() > 1) {
                if (isOnes(spread)) {
                    kept.remove(i--);
                } else {
                    kept.set(i, spread.of());
                }
            }
        }
        return kept;
    }

    static List<Expression> droppedFromSum(List<Expression> terms, Simplify simplify) {
        List<Expression> kept = new ArrayList<>(terms);
        for (int i = 0; i < kept.size(); i++) {
            Factors factors = simplify.factors(kept.get(i));
            Expression rest = factors.withoutCoefficient();
            if (rest instanceof Expression.Spread spread && !isColumn(spread.of()) && covers(kept, i, spread)) {
                kept.set(i, simplify.times(factors.coefficient(), spread.of()));
            } else if (rest instanceof Expression.Product product) {
                kept.set(i, simplify.times(factors.coefficient(), withoutOnes(product, kept, i)));
            }
        }
        return kept;
    }

    private static Expression withoutOnes(Expression.Product product, List<Expression> terms, int at) {
        List<Expression> factors = product.factors().stream()
                .filter(factor -> !(isOnes(factor) && covers(terms, at, (Expression.Spread) factor)))
                .toList();
        return factors.size() == 1 ? factors.get(0) : new Expression.Product(factors);
    }

    /** Whether the parts beside number {@code at}, broadcast, have the shape it was copied to. */
    private static boolean covers(List<Expression> parts, int at, Expression.Spread spread) {
        Shape shape = Shapes.of(spread.of()).orElse(Shape.SCALAR);
        for (int i = 0; i < parts.size(); i++) {
            if (i != at) {
                Optional<Shape> next = Shapes.of(parts.get(i));
                if (next.isEmpty() || !shape.broadcastsWith(next.get())) {
                    return false;
                }
                shape = shape.broadcast(next.get());
            }
        }
        return shape.equals(spread.shape());
    }

    /** A sum over copies is a number times what was copied. */
    static Optional<Expression> counted(Expression of, List<Integer> axes, Simplify simplify) {
        if (!(of instanceof Expression.Spread spread)) {
            return Optional.empty();
        }
        Shape whole = spread.shape();
        Shape inner = Shapes.of(spread.of()).orElse(whole);
        int ahead = whole.rank() - inner.rank();
        List<Integer> over =
                axes.isEmpty() ? IntStream.range(0, whole.rank()).boxed().toList() : axes;
        if (!over.stream().allMatch(axis -> axis < ahead)) {
            return Optional.empty();
        }
        long count = over.stream().mapToLong(whole::dim).reduce(1, (a, b) -> a * b);
        int[] left = IntStream.range(0, whole.rank())
                .filter(axis -> !over.contains(axis))
                .map(whole::dim)
                .toArray();
        Shape reduced = Shape.of(left);
        Expression rest = reduced.equals(inner) ? spread.of() : new Expression.Spread(spread.of(), reduced);
        return Optional.of(simplify.times(Rational.of(count), rest));
    }
}
