package chainstep.graph;

import chainstep.math.Fn;
import chainstep.math.Rational;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The scalar expression in the middle of a nest of loops.
 *
 * <p>It reads numbers ({@link Input}), never arrays; where they come from is the nest's business. This is not a computer
 * algebra system: the kinds below are all there are, and one more costs an ADR. Build with the static methods, which
 * fold constants and drop neutral elements.
 */
public sealed interface Formula {
    /** The number that the nest's read {@code read} fetched. */
    record Input(int read) implements Formula {}

    /** An exact constant; {@code number} is its nearest float64. */
    record Constant(Rational value, double number) implements Formula {}

    record Add(Formula left, Formula right) implements Formula {}

    record Multiply(Formula left, Formula right) implements Formula {}

    record Divide(Formula left, Formula right) implements Formula {}

    record Negate(Formula of) implements Formula {}

    record Power(Formula base, Formula exponent) implements Formula {}

    record Apply(Fn function, Formula of) implements Formula {}

    /** One where the comparison holds, zero elsewhere (and zero where an operand is NaN). */
    record Compare(Comparison comparison, Formula left, Formula right) implements Formula {
        /** What holds of numbers where this fails; for = that is no comparison, and this itself is returned. */
        public Compare opposite() {
            return switch (comparison) {
                case GREATER -> new Compare(Comparison.GREATER_OR_EQUAL, right, left);
                case GREATER_OR_EQUAL -> new Compare(Comparison.GREATER, right, left);
                case EQUAL -> this;
            };
        }
    }

    /** {@code then} where {@code test} is not zero. */
    record Select(Formula test, Formula then, Formula otherwise) implements Formula {
        /** Whether it but fills a hole, as {@link Formula#hole} does; people write {@code otherwise} alone. */
        public boolean fillsHole() {
            return then.equals(ZERO) && !(otherwise instanceof Constant) && isPoint(test);
        }

        /** Whether a test holds at single places of its numbers only. */
        private static boolean isPoint(Formula test) {
            if (test instanceof Multiply f) {
                return isPoint(f.left) || isPoint(f.right);
            } else if (test instanceof Add f) {
                return isPoint(f.left) && isPoint(f.right);
            }
            return test instanceof Compare f
                    && f.comparison == Comparison.EQUAL
                    && !(f.left instanceof Position)
                    && !(f.right instanceof Position);
        }
    }

    /** Σ weights[i]·d[i] over the loop indices d: where in the domain the nest stands. */
    record Position(List<Integer> weights) implements Formula {}

    enum Comparison {
        GREATER,
        GREATER_OR_EQUAL,
        EQUAL
    }

    Formula ZERO = constant(Rational.of(0));
    Formula ONE = constant(Rational.of(1));

    static Formula input(int read) {
        return new Input(read);
    }

    static Formula constant(Rational value) {
        return new Constant(value, value.doubleValue());
    }

    static Formula constant(long value) {
        return constant(Rational.of(value));
    }

    static Formula constant(long numerator, long denominator) {
        return constant(Rational.of(numerator, denominator));
    }

    /** The constant that is exactly this float64. */
    static Formula constant(double value) {
        return new Constant(Rational.of(value), value);
    }

    static Formula add(Formula left, Formula right) {
        if (isConstant(left, 0)) {
            return right;
        }
        if (isConstant(right, 0)) {
            return left;
        }
        if (left instanceof Constant a && right instanceof Constant b) {
            return constant(a.value.add(b.value));
        }
        return new Add(left, right);
    }

    static Formula subtract(Formula left, Formula right) {
        return add(left, negate(right));
    }

    static Formula multiply(Formula left, Formula right) {
        if (isConstant(left, 0) || isConstant(right, 0)) {
            return ZERO;
        }
        if (isConstant(left, 1)) {
            return right;
        }
        if (isConstant(right, 1)) {
            return left;
        }
        if (left instanceof Constant a && right instanceof Constant b) {
            return constant(a.value.multiply(b.value));
        }
        if (left instanceof Negate a) {
            return negate(multiply(a.of, right));
        }
        if (right instanceof Negate b) {
            return negate(multiply(left, b.of));
        }
        return new Multiply(left, right);
    }

    static Formula divide(Formula left, Formula right) {
        if (isConstant(left, 0)) {
            return ZERO;
        }
        if (isConstant(right, 1)) {
            return left;
        }
        if (left instanceof Negate a) {
            return negate(divide(a.of, right));
        }
        return new Divide(left, right);
    }

    static Formula negate(Formula of) {
        if (of instanceof Constant a) {
            return constant(a.value.negate());
        }
        return of instanceof Negate a ? a.of : new Negate(of);
    }

    static Formula power(Formula base, Formula exponent) {
        if (isConstant(exponent, 1)) {
            return base;
        }
        return isConstant(exponent, 0) ? ONE : new Power(base, exponent);
    }

    static Formula apply(Fn function, Formula of) {
        return new Apply(function, of);
    }

    static Formula compare(Comparison comparison, Formula left, Formula right) {
        return new Compare(comparison, left, right);
    }

    static Formula select(Formula test, Formula then, Formula otherwise) {
        return then.equals(otherwise) ? then : new Select(test, then, otherwise);
    }

    /** A formula that is 0 at single places where, computed, it would be no number: t·ln p at t = p = 0. */
    static Formula hole(Formula where, Formula otherwise) {
        return select(where, ZERO, otherwise);
    }

    /** One where two numbers are equal. */
    static Formula equal(Formula left, Formula right) {
        return compare(Comparison.EQUAL, left, right);
    }

    private static boolean isConstant(Formula formula, long value) {
        return formula instanceof Constant c && c.value.equals(Rational.of(value));
    }

    /** This formula with its direct parts replaced; leaves are returned as they are. */
    default Formula mapParts(UnaryOperator<Formula> part) {
        if (this instanceof Add f) {
            return add(part.apply(f.left), part.apply(f.right));
        } else if (this instanceof Multiply f) {
            return multiply(part.apply(f.left), part.apply(f.right));
        } else if (this instanceof Divide f) {
            return divide(part.apply(f.left), part.apply(f.right));
        } else if (this instanceof Negate f) {
            return negate(part.apply(f.of));
        } else if (this instanceof Power f) {
            return power(part.apply(f.base), part.apply(f.exponent));
        } else if (this instanceof Apply f) {
            return apply(f.function, part.apply(f.of));
        } else if (this instanceof Compare f) {
            return compare(f.comparison, part.apply(f.left), part.apply(f.right));
        } else if (this instanceof Select f) {
            return select(part.apply(f.test), part.apply(f.then), part.apply(f.otherwise));
        }
        return this;
    }

    /** This formula with every part equal to {@code old} replaced by {@code with}. */
    default Formula replace(Formula old, Formula with) {
        return equals(old) ? with : mapParts(part -> part.replace(old, with));
    }

    /** This formula with its inputs renumbered: read {@code k} becomes read {@code to[k]}. */
    default Formula renumber(int[] to) {
        return this instanceof Input f ? input(to[f.read]) : mapParts(part -> part.renumber(to));
    }

    /** The direct parts; none of a leaf. */
    default List<Formula> parts() {
        if (this instanceof Add f) {
            return List.of(f.left, f.right);
        } else if (this instanceof Multiply f) {
            return List.of(f.left, f.right);
        } else if (this instanceof Divide f) {
            return List.of(f.left, f.right);
        } else if (this instanceof Negate f) {
            return List.of(f.of);
        } else if (this instanceof Power f) {
            return List.of(f.base, f.exponent);
        } else if (this instanceof Apply f) {
            return List.of(f.of);
        } else if (this instanceof Compare f) {
            return List.of(f.left, f.right);
        } else if (this instanceof Select f) {
            return List.of(f.test, f.then, f.otherwise);
        }
        return List.of();
    }

    /** Whether read {@code read} occurs in this formula. */
    default boolean reads(int read) {
        if (this instanceof Input f) {
            return f.read == read;
        }
        for (Formula part : parts()) {
            if (part.reads(read)) {
                return true;
            }
        }
        return false;
    }

    /** Whether it asks where in its loops it stands. */
    default boolean hasPosition() {
        return this instanceof Position || parts().stream().anyMatch(Formula::hasPosition);
    }

    /** How many signs, numbers and functions it has, counted no further than {@code most}. */
    default int size(int most) {
        int size = 1;
        for (Formula part : parts()) {
            if (size >= most) {
                return most;
            }
            size += part.size(most - size);
        }
        return size;
    }
}
