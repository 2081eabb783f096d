package chainstep.math;

/**
 * Exact fractions: no rounding ever, and an {@link Inexact} where the result is none.
 *
 * <p>Division by zero is an ArithmeticException. Only abs, sign and step have values.
 */
public final class RationalArithmetic implements Arithmetic<Rational> {
    /** Powers with more bits than this are refused: they would take minutes and no one would read them. */
    private static final long MOST_BITS = 1_000_000;

    @Override
    public Rational of(Rational exact) {
        return exact;
    }

    @Override
    public Rational of(double value) {
        if (!Double.isFinite(value)) {
            throw new Inexact(value + " is not a fraction");
        }
        return Rational.of(value);
    }

    @Override
    public Rational add(Rational a, Rational b) {
        return a.add(b);
    }

    @Override
    public Rational multiply(Rational a, Rational b) {
        return a.multiply(b);
    }

    @Override
    public Rational divide(Rational a, Rational b) {
        return a.divide(b);
    }

    @Override
    public Rational negate(Rational a) {
        return a.negate();
    }

    /** @throws Inexact for an exponent that is no integer, or a result beyond a million bits */
    @Override
    public Rational power(Rational base, Rational exponent) {
        if (!exponent.isInteger()) {
            throw new Inexact("(" + base + ")**(" + exponent + ") is not a fraction in general");
        }
        if (base.abs().equals(Rational.ONE) || (base.signum() == 0 && exponent.signum() > 0)) {
            return base.signum() < 0 && exponent.numerator().testBit(0) ? base : base.abs();
        }
        long size = Math.max(base.numerator().bitLength(), base.denominator().bitLength());
        if (exponent.numerator().bitLength() > 31
                || size * Math.abs(exponent.numerator().longValue()) > MOST_BITS) {
            throw new Inexact("a power of " + exponent + " is too large to write exactly");
        }
        return base.pow(exponent.numerator().intValue());
    }

    @Override
    public Rational apply(Fn function, Rational x) {
        return switch (function) {
            case ABS -> x.abs();
            case SIGN -> Rational.of(x.signum());
            case STEP -> truth(x.signum() > 0);
            default -> throw new Inexact(function + " of a fraction is not a fraction in general");
        };
    }

    @Override
    public boolean supports(Fn function) {
        return function == Fn.ABS || function == Fn.SIGN || function == Fn.STEP;
    }

    @Override
    public Rational greater(Rational a, Rational b) {
        return truth(a.compareTo(b) > 0);
    }

    @Override
    public Rational greaterOrEqual(Rational a, Rational b) {
        return truth(a.compareTo(b) >= 0);
    }

    @Override
    public Rational equal(Rational a, Rational b) {
        return truth(a.equals(b));
    }

    @Override
    public Rational select(Rational test, Rational then, Rational otherwise) {
        return test.signum() != 0 ? then : otherwise;
    }

    @Override
    public double approximate(Rational value) {
        return value.doubleValue();
    }

    private static Rational truth(boolean test) {
        return test ? Rational.ONE : Rational.ZERO;
    }
}
