package chainstep.math;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number as a person wrote it: its exact value, and how precisely the digits state it.
 *
 * <p>"0.30" has two significant digits and its last digit is worth 0.01; "1/3" is exact, and its unit is 0.
 */
public final class Digits {
    private static final int LONGEST = 1000;
    private static final int LARGEST_EXPONENT = 400;
    private static final Pattern DECIMAL = Pattern.compile("([+-]?)([0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE]([+-]?[0-9]+))?");
    private static final Rational HALF = Rational.of(1, 2);

    /** Nearer to a tie than so many times what float64 tells apart, exact numbers decide. */
    private static final int SLACK = 4;

    private final String text;
    private final Rational value;
    private final int significant;
    private final Rational unit;
    private final boolean exact;
    private final double nearest;
    private final double half;

    private Digits(String text, Rational value, int significant, Rational unit, boolean exact) {
        this.text = text;
        this.value = value;
        this.significant = significant;
        this.unit = unit;
        this.exact = exact;
        this.nearest = value.doubleValue();
        this.half = unit.doubleValue() / 2;
    }

    /**
     * Reads a decimal ("0.082167041", "-1.50e-3", ".5") or a quotient of two ("1/3"). A sign may be U+2212.
     *
     * @throws NumberFormatException if the text is neither, has more than 1000 characters, or an exponent beyond ±400
     * @throws ArithmeticException if it divides by zero
     */
    public static Digits parse(String text) {
        if (text.length() > LONGEST) {
            throw new NumberFormatException("a number of " + text.length() + " characters; at most " + LONGEST);
        }
        String plain = text.strip().replace('\u2212', '-');
        int slash = plain.indexOf('/');
        if (slash < 0) {
            return decimal(text.strip(), plain);
        }
        Digits top = decimal(text, plain.substring(0, slash).strip());
        Digits bottom = decimal(text, plain.substring(slash + 1).strip());
        int fewest = Math.min(top.significant, bottom.significant);
        return new Digits(text.strip(), top.value.divide(bottom.value), fewest, Rational.ZERO, true);
    }

    private static Digits decimal(String text, String plain) {
        Matcher matcher = DECIMAL.matcher(plain);
        if (!matcher.matches()) {
            throw new NumberFormatException("\"" + text + "\" is not a number such as 0.15, -1.5e-3 or 1/3");
        }
        int exponent = exponent(text, matcher.group(3));
        BigDecimal number = new BigDecimal(matcher.group(1) + matcher.group(2)).scaleByPowerOfTen(exponent);
        int significant = number.signum() == 0 ? 0 : number.precision();
        Rational unit = Rational.of(BigDecimal.valueOf(1, number.scale()));
        boolean integer = matcher.group(2).indexOf('.') < 0 && matcher.group(3) == null;
        return new Digits(text, Rational.of(number), significant, unit, integer);
    }

    private static int exponent(String text, String digits) {
        if (digits == null) {
            return 0;
        }
        BigInteger exponent = new BigInteger(digits);
        if (exponent.abs().compareTo(BigInteger.valueOf(LARGEST_EXPONENT)) > 0) {
            throw new NumberFormatException(
                    "the exponent of \"" + text + "\" is beyond \u00b1" + LARGEST_EXPONENT + ", where float64 ends");
        }
        return exponent.intValueExact();
    }

    /** What was written. */
    public String text() {
        return text;
    }

    /** The exact value of what was written. */
    public Rational value() {
        return value;
    }

    /** The float64 nearest to the value. */
    public double nearest() {
        return nearest;
    }

    /**
     * How many digits count: leading zeros do not, trailing zeros do, and a zero has none, however long. A quotient has those of its
     * shorter side.
     */
    public int significant() {
        return significant;
    }

    /** What the last digit is worth: 0.01 for "0.30", 1 for "5", and 0 for a quotient. */
    public Rational unit() {
        return unit;
    }

    /** Whether it was written as an integer or a quotient, forms that people use for exact values. */
    public boolean exact() {
        return exact;
    }

    /** Whether it was written as a quotient, which rounds nothing. */
    public boolean isQuotient() {
        return unit.signum() == 0;
    }

    /**
     * The same value stated to this many significant digits, whatever was written. A zero keeps its unit.
     *
     * @throws IllegalArgumentException unless at least one digit is asked for
     */
    public Digits to(int digits) {
        if (digits < 1) {
            throw new IllegalArgumentException(digits + " significant digits; at least 1 is needed");
        }
        if (value.signum() == 0) {
            return this;
        }
        int leading = leadingExponent(value.abs());
        Rational last = Rational.of(10).pow(leading - digits + 1);
        return new Digits(text, value, digits, last, false);
    }

    /** The same number, written otherwise: as the formula that it comes from. */
    public Digits as(String other) {
        return new Digits(other, value, significant, unit, exact);
    }

    /** The k with 10^k ≤ value &lt; 10^(k+1). */
    private static int leadingExponent(Rational value) {
        int k = value.numerator().toString().length()
                - value.denominator().toString().length();
        return value.compareTo(Rational.of(10).pow(k)) < 0 ? k - 1 : k;
    }

    /**
     * Whether a number rounds to what is written, judged without any rounding or allowance: |number − value| ≤ unit/2, so a tie
     * may go either way. A quotient is met only by the float64 nearest to it. NaN and infinities never.
     */
    public boolean covers(double number) {
        if (!Double.isFinite(number)) {
            return false;
        } else if (isQuotient()) {
            return number == nearest;
        }
        double off = Math.abs(number - nearest);
        double slack = SLACK * (Math.ulp(nearest) + Math.ulp(number) + Math.ulp(half));
        if (off > half + slack || off < half - slack) {
            return off < half;
        }
        return distance(number).compareTo(unit.multiply(HALF)) <= 0;
    }

    /** How far a finite number lies from what is written, exactly. */
    public Rational distance(double number) {
        return Rational.of(number).subtract(value).abs();
    }

    /** All values that round to what is written: value ± unit/2; for a quotient its tightest enclosure. */
    public Interval interval() {
        Rational half = unit.multiply(HALF);
        return Interval.of(value.subtract(half)).hull(Interval.of(value.add(half)));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Digits that
                && text.equals(that.text)
                && significant == that.significant
                && unit.equals(that.unit);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
