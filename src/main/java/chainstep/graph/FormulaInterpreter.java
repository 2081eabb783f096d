package chainstep.graph;

import chainstep.graph.Formula.Comparison;
import chainstep.math.Arithmetic;
import chainstep.math.Rational;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Evaluates a formula at one point of the loops, in any arithmetic.
 *
 * <p>Of a choice only the branch taken is evaluated. Where the test is undecided (intervals), both branches are evaluated, and each knows that it is taken: what was compared is cut to
 * the part where the test holds, or fails. So relu of [−1, 1] is [0, 1], and not [−1, 1].
 *
 * @param <T> the numbers
 */
final class FormulaInterpreter<T> {
    private final Arithmetic<T> arithmetic;
    private final List<T> read;
    private final int[] point;
    private final Map<Formula, T> known;

    /** @param read the numbers that the nest's reads fetched at {@code point} */
    FormulaInterpreter(Arithmetic<T> arithmetic, List<T> read, int[] point) {
        this(arithmetic, read, point, Map.of());
    }

    private FormulaInterpreter(Arithmetic<T> arithmetic, List<T> read, int[] point, Map<Formula, T> known) {
        this.arithmetic = arithmetic;
        this.read = read;
        this.point = point;
        this.known = known;
    }

    T evaluate(Formula formula) {
        T fact = known.isEmpty() ? null : known.get(formula);
        return fact == null ? compute(formula) : fact;
    }

    private T compute(Formula formula) {
        if (formula instanceof Formula.Input f) {
            return read.get(f.read());
        } else if (formula instanceof Formula.Constant f) {
            return arithmetic.of(f.value());
        } else if (formula instanceof Formula.Add f) {
            return arithmetic.add(evaluate(f.left()), evaluate(f.right()));
        } else if (formula instanceof Formula.Multiply f) {
            return arithmetic.multiply(evaluate(f.left()), evaluate(f.right()));
        } else if (formula instanceof Formula.Divide f) {
            return arithmetic.divide(evaluate(f.left()), evaluate(f.right()));
        } else if (formula instanceof Formula.Negate f) {
            return arithmetic.negate(evaluate(f.of()));
        } else if (formula instanceof Formula.Power f) {
            return arithmetic.power(evaluate(f.base()), evaluate(f.exponent()));
        } else if (formula instanceof Formula.Apply f) {
            return arithmetic.apply(f.function(), evaluate(f.of()));
        } else if (formula instanceof Formula.Compare f) {
            return compare(f.comparison(), evaluate(f.left()), evaluate(f.right()));
        } else if (formula instanceof Formula.Select f) {
            return select(f);
        }
        return arithmetic.of(Rational.of(position(((Formula.Position) formula).weights(), point)));
    }

    private T compare(Comparison comparison, T left, T right) {
        return switch (comparison) {
            case GREATER -> arithmetic.greater(left, right);
            case GREATER_OR_EQUAL -> arithmetic.greaterOrEqual(left, right);
            case EQUAL -> arithmetic.equal(left, right);
        };
    }

    private T select(Formula.Select f) {
        T test = evaluate(f.test());
        if (arithmetic.isDecided(test)) {
            return evaluate(isTrue(test) ? f.then() : f.otherwise());
        }
        boolean open = f.test() instanceof Formula.Compare;
        FormulaInterpreter<T> holds = open ? where((Formula.Compare) f.test(), true) : this;
        FormulaInterpreter<T> fails = open ? where((Formula.Compare) f.test(), false) : this;
        return arithmetic.select(test, holds.evaluate(f.then()), fails.evaluate(f.otherwise()));
    }

    private boolean isTrue(T test) {
        T one = arithmetic.of(Rational.ONE);
        T zero = arithmetic.of(Rational.ZERO);
        return arithmetic.approximate(arithmetic.select(test, one, zero)) != 0;
    }

    /** The same point, knowing that a test holds or fails. */
    private FormulaInterpreter<T> where(Formula.Compare test, boolean holds) {
        T left = evaluate(test.left());
        T right = evaluate(test.right());
        Map<Formula, T> facts = new HashMap<>(known);
        facts.put(test, arithmetic.of(Rational.of(holds ? 1 : 0)));
        if (test.comparison() != Comparison.EQUAL) {
            facts.put(test.left(), holds ? arithmetic.atLeast(left, right) : arithmetic.atMost(left, right));
            facts.put(test.right(), holds ? arithmetic.atMost(right, left) : arithmetic.atLeast(right, left));
            if (!holds && !arithmetic.mayBeNaN(left) && !arithmetic.mayBeNaN(right)) {
                facts.put(test.opposite(), arithmetic.of(Rational.of(1)));
            }
        } else if (holds) {
            facts.put(test.left(), arithmetic.atLeast(arithmetic.atMost(left, right), right));
            facts.put(test.right(), arithmetic.atLeast(arithmetic.atMost(right, left), left));
        }
        return new FormulaInterpreter<>(arithmetic, read, point, facts);
    }

    /** Σ weights[i]·point[i]. */
    static long position(List<Integer> weights, int[] point) {
        long position = 0;
        for (int loop = 0; loop < point.length; loop++) {
            position += (long) weights.get(loop) * point[loop];
        }
        return position;
    }
}
