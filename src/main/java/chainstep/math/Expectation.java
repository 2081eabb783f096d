package chainstep.math;

/**
 * What a file expects a quantity to be, and when a float64 result meets it.
 *
 * <p>With at least {@code minimum} significant digits written, the result is right when it rounds to them; a tie may go either way.
 * With fewer, or for a quotient, it must equal what is written. A computed result carries float64 noise, so the edges are softened by
 * it and no more:
 *
 * <ul>
 *   <li>rounding: half a unit of the last digit, plus 4 ulps; from 15 significant digits on, a relative 2e-14 is enough;
 *   <li>equality: within 4 ulps, or 1e-15.
 * </ul>
 *
 * @param written the number in the file
 * @param minimum the significant digits from which rounding is allowed
 */
public record Expectation(Digits written, int minimum) {
    private static final int USUAL_MINIMUM = 2;
    private static final int NEARLY_FLOAT64 = 15;
    private static final Rational RELATIVE = Rational.parse("2e-14");
    private static final Rational ABSOLUTE = Rational.parse("1e-15");
    private static final Rational HALF = Rational.of(1, 2);

    /** The usual rule: two significant digits allow rounding. */
    public Expectation(Digits written) {
        this(written, USUAL_MINIMUM);
    }

    /** Whether the result must equal what is written, rather than round to it. */
    public boolean mustEqual() {
        return written.isQuotient() || written.significant() < minimum;
    }

    /** Whether a computed result meets the expectation. NaN and infinities never do. */
    public boolean isMetBy(double result) {
        if (!Double.isFinite(result)) {
            return false;
        }
        return written.distance(result).compareTo(allowance()) <= 0;
    }

    /** The distance from what is written within which a result is right. */
    public Rational allowance() {
        double size = Math.min(Math.abs(written.value().doubleValue()), Double.MAX_VALUE);
        Rational noise = Rational.of(4).multiply(Rational.of(Math.ulp(size)));
        if (mustEqual()) {
            return larger(noise, ABSOLUTE);
        }
        Rational rounding = written.unit().multiply(HALF).add(noise);
        return written.significant() < NEARLY_FLOAT64
                ? rounding
                : larger(rounding, written.value().abs().multiply(RELATIVE));
    }

    private static Rational larger(Rational a, Rational b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
