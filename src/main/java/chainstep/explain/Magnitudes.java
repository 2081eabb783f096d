package chainstep.explain;

import chainstep.graph.Expression;
import chainstep.math.Rational;
import chainstep.math.Shape;
import chainstep.run.Trace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

/**
 * How small and how large, in size, the numbers of an expression are in one iteration, as far as bounds tell: whether a factor may
 * be cancelled, a difference taken for 0.
 *
 * <p>Bounds only, nothing is evaluated: what is not sure to be finite counts as NaN, what is not sure to differ from 0 as 0.
 */
final class Magnitudes {
    /** Nothing is known of any value: nothing is ever cancelled. */
    static final Magnitudes UNKNOWN = new Magnitudes(node -> Range.ANY, node -> true);

    private static final double HUGE = 1e300;
    private static final double ROUNDED = 1e-9;
    private static final Set<String> WITHIN_ONE = Set.of(
            "sigmoid",
            "step",
            "softmax",
            "less",
            "less_equal",
            "greater",
            "greater_equal",
            "equal",
            "not_equal",
            "tanh",
            "sin",
            "cos",
            "sign",
            "erf");
    private static final Set<String> NOT_NEGATIVE = Set.of("sigmoid", "step", "softmax");

    private final IntFunction<Range> nodes;
    private final IntPredicate shares;

    /** Bounds of |x| over all elements; {@code most} is infinite where one may be NaN. */
    record Range(double least, double most, boolean notNegative) {
        static final Range ANY = new Range(0, Double.POSITIVE_INFINITY, false);

        static Range number(double value) {
            return new Range(Math.abs(value), Math.abs(value), value >= 0);
        }

        Range times(Range other) {
            double product = most == 0 || other.most == 0 ? 0 : most * other.most;
            boolean known = most < HUGE && other.most < HUGE;
            return known ? new Range(least * other.least, product, notNegative && other.notNegative) : ANY;
        }

        Range inverse() {
            return least > 0 && most < HUGE ? new Range(1 / most, 1 / least, notNegative) : ANY;
        }

        Range plus(Range other) {
            boolean both = notNegative && other.notNegative;
            return new Range(both ? Math.max(least, other.least) : 0, most + other.most, both);
        }

        Range or(Range other) {
            return new Range(
                    Math.min(least, other.least), Math.max(most, other.most), notNegative && other.notNegative);
        }
    }

    private Magnitudes(IntFunction<Range> nodes, IntPredicate shares) {
        this.nodes = nodes;
        this.shares = shares;
    }

    static Magnitudes of(Trace trace) {
        Map<Integer, Range> known = new HashMap<>();
        return new Magnitudes(
                node -> known.computeIfAbsent(node, id -> scanned(trace, id)), node -> addUp(trace, node));
    }

    /** Whether the numbers of each row add up to 1. */
    private static boolean addUp(Trace trace, int node) {
        Shape shape = trace.program().node(node).shape();
        int width = shape.isScalar() ? 1 : shape.dim(-1);
        for (int row = 0; row < shape.size(); row += width) {
            double sum = 0;
            for (int i = 0; i < width; i++) {
                sum += trace.get(node, row + i);
            }
            if (!(Math.abs(sum - 1) <= ROUNDED)) {
                return false;
            }
        }
        return true;
    }

    /** As if every value were a finite number that is not 0. */
    static Magnitudes ofNumbers() {
        return new Magnitudes(node -> new Range(1, 1, false), node -> true);
    }

    private static Range scanned(Trace trace, int node) {
        int size = trace.program().node(node).shape().size();
        Range all = Range.number(trace.get(node, 0));
        for (int i = 0; i < size; i++) {
            double value = trace.get(node, i);
            if (!Double.isFinite(value)) {
                return Range.ANY;
            }
            all = all.or(Range.number(value));
        }
        return all;
    }

    /** Whether each row of a value adds up to 1, or nothing is known of it. */
    boolean areShares(int node) {
        return shares.test(node);
    }

    boolean isFinite(Expression e) {
        return of(e).most < HUGE;
    }

    boolean isFiniteAndNotZero(Expression e) {
        Range range = of(e);
        return range.most < HUGE && range.least > 1 / HUGE;
    }

    boolean isNotNegative(Expression e) {
        Range range = of(e);
        return range.notNegative && range.most < HUGE;
    }

    private Range of(Expression e) {
        if (e instanceof Expression.Symbol symbol) {
            return nodes.apply(symbol.node());
        } else if (e instanceof Expression.Number number) {
            return Range.number(number.value().doubleValue());
        } else if (e instanceof Expression.Product product) {
            return product.factors().stream().map(this::of).reduce(Range.number(1), Range::times);
        } else if (e instanceof Expression.Sum sum) {
            return sum.terms().stream().map(this::of).reduce(Range::plus).orElse(Range.ANY);
        } else if (e instanceof Expression.Quotient quotient) {
            return of(quotient.above()).times(of(quotient.below()).inverse());
        } else if (e instanceof Expression.Raised raised) {
            return raised.exponent() instanceof Expression.Number n ? raised(of(raised.base()), n.value()) : Range.ANY;
        } else if (e instanceof Expression.MatrixProduct product) {
            Range one = of(product.left()).times(of(product.right()));
            return new Range(0, one.most * size(product.left()), one.notNegative);
        } else if (e instanceof Expression.Summed summed) {
            Range one = of(summed.of());
            return new Range(one.notNegative ? one.least : 0, one.most * size(summed.of()), one.notNegative);
        }
        return ofRest(e);
    }

    private Range ofRest(Expression e) {
        List<Expression> parts = Parts.of(e);
        if (e instanceof Expression.Negative) {
            Range opposite = of(parts.get(0));
            return new Range(opposite.least, opposite.most, opposite.most == 0);
        } else if (e instanceof Expression.Indicator) {
            return new Range(0, 1, true);
        } else if (e instanceof Expression.Cases cases) {
            return of(cases.then()).or(of(cases.otherwise()));
        } else if (e instanceof Expression.Applied applied) {
            return applied.arguments().isEmpty()
                    ? Range.ANY
                    : applied(applied.function().replaceFirst("\\[.*", ""), of(parts.get(0)));
        }
        return e instanceof Expression.Constant constant
                ? Range.number(constant.value().doubleValue())
                : parts.isEmpty() ? Range.ANY : of(parts.get(0));
    }

    private static double size(Expression e) {
        return Shapes.of(e).map(Shape::size).map(Integer::doubleValue).orElse(Double.POSITIVE_INFINITY);
    }

    private static Range raised(Range base, Rational exponent) {
        if (exponent.signum() < 0) {
            return raised(base, exponent.negate()).inverse();
        }
        if (!exponent.isInteger() && !base.notNegative) {
            return Range.ANY;
        }
        double n = exponent.doubleValue();
        boolean even = exponent.isInteger() && !exponent.numerator().testBit(0);
        return new Range(StrictMath.pow(base.least, n), StrictMath.pow(base.most, n), base.notNegative || even);
    }

    private static Range applied(String function, Range of) {
        if (!(of.most < HUGE)) {
            return Range.ANY;
        } else if (WITHIN_ONE.contains(function)) {
            double least = function.equals("sigmoid") ? 1 / (1 + StrictMath.exp(of.most)) : 0;
            return new Range(least, 1, NOT_NEGATIVE.contains(function));
        }
        return switch (function) {
            case "exp" -> new Range(StrictMath.exp(-of.most), StrictMath.exp(of.most), true);
            case "abs" -> new Range(of.least, of.most, true);
            case "relu" -> new Range(0, of.most, true);
            case "softplus" -> new Range(0, of.most + 1, true);
            case "sqrt" -> raised(of, Rational.of(1, 2));
            default -> Range.ANY;
        };
    }
}
