package chainstep.math;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Objects;

/** An exact fraction p/q in lowest terms with q &gt; 0, of any size. Operations cost what BigInteger's do, plus one gcd. */
public final class Rational implements Comparable<Rational> {
    public static final Rational ZERO = new Rational(BigInteger.ZERO, BigInteger.ONE);
    public static final Rational ONE = new Rational(BigInteger.ONE, BigInteger.ONE);

    /** Texts up to this length fit a long. */
    private static final int SHORT = 18;

    private final BigInteger numerator;
    private final BigInteger denominator;

    /** Trusts that the fraction is in lowest terms. */
    private Rational(BigInteger numerator, BigInteger denominator) {
        this.numerator = numerator;
        this.denominator = denominator;
    }

    /**
     * The fraction in lowest terms.
     *
     * @throws ArithmeticException if the denominator is zero
     */
    public static Rational of(BigInteger numerator, BigInteger denominator) {
        if (denominator.signum() == 0) {
            throw new ArithmeticException("division by zero: " + numerator + "/0 is not a number");
        }
        BigInteger divisor = numerator.gcd(denominator);
        if (denominator.signum() < 0) {
            divisor = divisor.negate();
        }
        return new Rational(numerator.divide(divisor), denominator.divide(divisor));
    }

    public static Rational of(long value) {
        return new Rational(BigInteger.valueOf(value), BigInteger.ONE);
    }

    /** @throws ArithmeticException if the denominator is zero */
    public static Rational of(long numerator, long denominator) {
        return of(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    /**
     * The exact value of the bits: of(0.1) is not 1/10.
     *
     * @throws ArithmeticException if the value is NaN or infinite
     */
    public static Rational of(double value) {
        if (!Double.isFinite(value)) {
            throw new ArithmeticException(value + " is not a rational number");
        }
        return of(new BigDecimal(value));
    }

    /** The exact value of a decimal number. */
    public static Rational of(BigDecimal value) {
        return value.scale() <= 0
                ? new Rational(value.toBigIntegerExact(), BigInteger.ONE)
                : of(value.unscaledValue(), BigInteger.TEN.pow(value.scale()));
    }

    /**
     * The exact value of a decimal ("0.15", "1e-3") or a quotient of two ("1/3").
     *
     * @throws NumberFormatException if the text is neither, has more than 1000 characters, or an exponent beyond ±400
     * @throws ArithmeticException if it divides by zero
     */
    public static Rational parse(String text) {
        return text.length() <= SHORT && isPlain(text)
                ? plain(text)
                : Digits.parse(text).value();
    }

    /** Whether this is a decimal without sign or exponent. */
    private static boolean isPlain(String text) {
        int points = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            points += c == '.' ? 1 : 0;
            if (c != '.' && (c < '0' || c > '9')) {
                return false;
            }
        }
        return points <= 1 && text.length() > points;
    }

    /** Such a decimal, of few enough digits for the machine's own arithmetic. */
    private static Rational plain(String text) {
        long digits = 0;
        long unit = 1;
        boolean behind = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.') {
                behind = true;
            } else {
                digits = 10 * digits + (c - '0');
                unit = behind ? 10 * unit : unit;
            }
        }
        long divisor = divisor(digits, unit);
        return new Rational(BigInteger.valueOf(digits / divisor), BigInteger.valueOf(unit / divisor));
    }

    private static long divisor(long a, long b) {
        long x = a;
        long y = b;
        while (y != 0) {
            long rest = x % y;
            x = y;
            y = rest;
        }
        return x;
    }

    public BigInteger numerator() {
        return numerator;
    }

    public BigInteger denominator() {
        return denominator;
    }

    public Rational add(Rational other) {
        return of(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    public Rational subtract(Rational other) {
        return add(other.negate());
    }

    public Rational multiply(Rational other) {
        return of(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    /** @throws ArithmeticException if the divisor is zero */
    public Rational divide(Rational other) {
        if (other.signum() == 0) {
            throw new ArithmeticException("division by zero: (" + this + ") / 0");
        }
        return of(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    public Rational negate() {
        return new Rational(numerator.negate(), denominator);
    }

    public Rational abs() {
        return signum() < 0 ? negate() : this;
    }

    public int signum() {
        return numerator.signum();
    }

    public boolean isInteger() {
        return denominator.equals(BigInteger.ONE);
    }

    /**
     * This number to an integer power; anything to the power 0 is 1.
     *
     * @throws ArithmeticException for a negative power of zero
     */
    public Rational pow(int exponent) {
        if (exponent >= 0) {
            return new Rational(numerator.pow(exponent), denominator.pow(exponent));
        }
        if (exponent == Integer.MIN_VALUE) {
            throw new Inexact("(" + this + ")**" + exponent + " is too large to write exactly");
        }
        return ONE.divide(pow(-exponent));
    }

    /** The nearest float64, ties to even; infinite when beyond the largest. */
    public double doubleValue() {
        if (signum() < 0) {
            return -negate().doubleValue();
        }
        int size = numerator.bitLength() - denominator.bitLength();
        if (signum() == 0 || size < -1100) {
            return 0;
        }
        // 2^(size-1) < value < 2^(size+1): in the normal range 66 bits and a sticky one round once; below it the unit
        // is fixed
        boolean normal = size >= -1021;
        int shift = normal ? 66 - size : 1075;
        BigInteger top = shift >= 0 ? numerator.shiftLeft(shift) : numerator;
        BigInteger bottom = shift >= 0 ? denominator : denominator.shiftLeft(-shift);
        BigInteger[] parts = top.divideAndRemainder(bottom);
        boolean more = parts[1].signum() != 0;
        return normal
                ? Math.scalb((more ? parts[0].setBit(0) : parts[0]).doubleValue(), -shift)
                : subnormal(parts[0].longValueExact(), more);
    }

    /** A count of half units of the smallest float64, rounded to whole ones. */
    private static double subnormal(long halves, boolean more) {
        long units = halves >> 1;
        boolean tie = (halves & 1) == 1;
        boolean up = tie && (more || (units & 1) == 1);
        return Math.scalb((double) (up ? units + 1 : units), -1074);
    }

    /** Plain decimal text with this many digits after the point, halves rounded away from zero as by hand. */
    public String toDecimal(int digits) {
        return new BigDecimal(numerator)
                .divide(new BigDecimal(denominator), digits, RoundingMode.HALF_UP)
                .toPlainString();
    }

    @Override
    public int compareTo(Rational other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Rational that
                && numerator.equals(that.numerator)
                && denominator.equals(that.denominator);
    }

    @Override
    public int hashCode() {
        return Objects.hash(numerator, denominator);
    }

    /** "p/q", or "p" for an integer. */
    @Override
    public String toString() {
        return isInteger() ? numerator.toString() : numerator + "/" + denominator;
    }
}
