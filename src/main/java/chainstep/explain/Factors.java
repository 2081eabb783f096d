package chainstep.explain;

import chainstep.graph.Expression;
import chainstep.math.Rational;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A product taken apart: a number in front, and bases with their powers in the order they were met. Mutable, short-lived. */
final class Factors {
    private Rational coefficient = Rational.ONE;
    private final Map<Base, Rational> powers = new LinkedHashMap<>();
    private final Magnitudes known;

    /** What is raised; where it may be 0 or infinite, above and below the bar are kept apart. */
    private record Base(Expression of, boolean cancels, int sign) {}

    private Factors(Magnitudes known) {
        this.known = known;
    }

    /**
     * An expression (its parts already simplified) as a product.
     *
     * @param known what may be cancelled
     */
    static Factors of(Expression expression, Magnitudes known) {
        Factors factors = new Factors(known);
        factors.take(expression, Rational.ONE);
        return factors;
    }

    Rational coefficient() {
        return coefficient;
    }

    Factors times(Rational number) {
        coefficient = coefficient.multiply(number);
        return this;
    }

    private void take(Expression e, Rational power) {
        if (e instanceof Expression.Number number && power.isInteger() && isSafe(number, power)) {
            coefficient =
                    coefficient.multiply(number.value().pow(power.numerator().intValueExact()));
        } else if (e instanceof Expression.Negative negative && power.isInteger()) {
            boolean odd = power.numerator().testBit(0);
            coefficient = odd ? coefficient.negate() : coefficient;
            take(negative.of(), power);
        } else if (e instanceof Expression.Product product && power.isInteger()) {
            product.factors().forEach(factor -> take(factor, power));
        } else if (e instanceof Expression.Quotient quotient && power.isInteger()) {
            take(quotient.above(), power);
            take(quotient.below(), power.negate());
        } else if (e instanceof Expression.Raised raised && raised.exponent() instanceof Expression.Number exponent) {
            raised(raised, exponent.value(), power);
        } else {
            put(e, power);
        }
    }

    /** (xᵃ)ᵇ is xᵃᵇ for whole a and b, else only where x is not negative: √(x²) is not x. */
    private void raised(Expression.Raised raised, Rational exponent, Rational power) {
        boolean whole = exponent.isInteger() && power.isInteger();
        if (whole || known.isNotNegative(raised.base())) {
            take(raised.base(), power.multiply(exponent));
        } else if (exponent.signum() < 0) {
            put(root(raised.base(), exponent.negate()), power.negate());
        } else {
            put(root(raised.base(), exponent), power);
        }
    }

    private void put(Expression e, Rational power) {
        boolean cancels = known.isFiniteAndNotZero(e);
        powers.merge(new Base(e, cancels, cancels ? 0 : power.signum()), power, Rational::add);
        powers.values().removeIf(exponent -> exponent.signum() == 0);
    }

    private static boolean isSafe(Expression.Number number, Rational power) {
        boolean small = power.abs().compareTo(Rational.of(8)) <= 0;
        return small && (number.value().signum() != 0 || power.signum() > 0);
    }

    Expression withoutCoefficient() {
        return new Fraction(Rational.ONE).written();
    }

    /** Whether 0 times the rest is 0. */
    private boolean vanishes() {
        return coefficient.signum() == 0 && known.isFinite(withoutCoefficient());
    }

    /** The product in order: sign, number, scalars, arrays; what has a negative power below. */
    Expression written() {
        if (vanishes()) {
            return Simplify.ZERO;
        }
        Expression positive = new Fraction(coefficient.abs()).written();
        return coefficient.signum() < 0 ? Simplify.negated(positive) : positive;
    }

    private final class Fraction {
        private final Rational number;

        Fraction(Rational number) {
            this.number = number;
        }

        Expression written() {
            List<Expression> below = side(-1);
            List<Expression> above = Spreads.droppedFromProduct(side(1), below);
            if (below.isEmpty()) {
                return product(number, above);
            }
            Expression top = product(Rational.of(number.numerator(), java.math.BigInteger.ONE), above);
            Expression bottom = product(Rational.of(number.denominator(), java.math.BigInteger.ONE), below);
            return new Expression.Quotient(top, bottom);
        }

        private List<Expression> side(int sign) {
            List<Expression> scalars = new ArrayList<>();
            List<Expression> arrays = new ArrayList<>();
            powers.forEach((base, power) -> {
                if (power.signum() == sign) {
                    (base.of().isScalar() ? scalars : arrays).add(root(base.of(), power.abs()));
                }
            });
            scalars.addAll(arrays);
            return scalars;
        }

        private static Expression product(Rational number, List<Expression> factors) {
            List<Expression> all = new ArrayList<>();
            if (!number.equals(Rational.ONE) || factors.isEmpty()) {
                all.add(new Expression.Number(number));
            }
            all.addAll(factors);
            return all.size() == 1 ? all.get(0) : new Expression.Product(all);
        }
    }

    /** A power, above the bar. */
    private static Expression root(Expression base, Rational power) {
        if (power.equals(Rational.ONE)) {
            return base;
        } else if (power.equals(Rational.of(1, 2))) {
            return Expression.Applied.of("sqrt", base);
        }
        return new Expression.Raised(base, new Expression.Number(power));
    }
}
