package chainstep.compile;

import chainstep.math.Fn;
import chainstep.math.Power;

/**
 * The scalar functions of compiled programs in float64: good to the last bits, not to the last one, and quick.
 *
 * <p>exp and tanh go by exp(r) − 1 on |r| ≤ ln 2/2, a Taylor polynomial of degree 13 (remainder below 2⁻⁵⁶), after Cody and Waite's
 * reduction x = k·ln 2 + r. No fused multiplication is asked for: where a machine lacks it Java would take thousands of times as long.
 */
public final class Functions64 {
    private static final double LOG2E = 1.4426950408889634;
    /** ln 2 in two parts; the first has 21 zero bits at its end, so that k times it is exact. */
    private static final double LN2_HIGH = 6.93147180369123816490e-01;

    private static final double LN2_LOW = 1.90821492927058770002e-10;
    /** Added and taken off again, it rounds to a whole number, and leaves that number in the low bits. */
    private static final double ROUND = 6755399441055744.0;

    private static final double LARGEST = 709.782712893384;
    private static final double SMALLEST = -708.3;
    /** Beyond it tanh is ±1. */
    private static final double FLAT = 20;

    private Functions64() {}

    /** exp(r) − 1 near 0, by the even and odd halves of its series. */
    private static double nearOne(double r) {
        double q = r * r;
        double q2 = q * q;
        double odd = 1.0 / 6
                + q * (1.0 / 120)
                + q2 * (1.0 / 5040 + q * (1.0 / 362880))
                + q2 * q2 * (1.0 / 39916800 + q * (1.0 / 6227020800.0));
        double even = 1.0 / 2
                + q * (1.0 / 24)
                + q2 * (1.0 / 720 + q * (1.0 / 40320))
                + q2 * q2 * (1.0 / 3628800 + q * (1.0 / 479001600.0));
        return r + q * (even + r * odd);
    }

    public static double exp(double x) {
        if (!(x < LARGEST && x > SMALLEST)) {
            return Math.exp(x);
        }
        double rounded = x * LOG2E + ROUND;
        double k = rounded - ROUND;
        double r = x - k * LN2_HIGH - k * LN2_LOW;
        double scale = Double.longBitsToDouble(Double.doubleToRawLongBits(rounded) + 1023 << 52);
        return scale * nearOne(r) + scale;
    }

    /** (e − 1)/(e + 1) with e = exp(2|x|), whose e − 1 is accurate near zero. */
    public static double tanh(double x) {
        double twice = Math.abs(x) * 2;
        if (!(twice < 2 * FLAT)) {
            return x != x ? x : Math.copySign(1, x);
        }
        double rounded = twice * LOG2E + ROUND;
        double k = rounded - ROUND;
        double r = twice - k * LN2_HIGH - k * LN2_LOW;
        double scale = Double.longBitsToDouble(Double.doubleToRawLongBits(rounded) + 1023 << 52);
        double above = scale * nearOne(r) + (scale - 1);
        return Math.copySign(above / (above + 2), x);
    }

    public static double sigmoid(double x) {
        double decay = exp(-Math.abs(x));
        return (x >= 0 ? 1 : decay) / (1 + decay);
    }

    public static double softplus(double x) {
        return Math.max(x, 0) + Math.log1p(exp(-Math.abs(x)));
    }

    public static double log(double x) {
        return Math.log(x);
    }

    public static double log1p(double x) {
        return Math.log1p(x);
    }

    public static double sqrt(double x) {
        return Math.sqrt(x);
    }

    public static double sin(double x) {
        return Math.sin(x);
    }

    public static double cos(double x) {
        return Math.cos(x);
    }

    public static double erf(double x) {
        return Fn.ERF.at(x);
    }

    public static double abs(double x) {
        return Math.abs(x);
    }

    public static double sign(double x) {
        return x > 0 ? 1 : x < 0 ? -1 : x + 0.0;
    }

    public static double step(double x) {
        return x > 0 ? 1 : x != x ? x : 0;
    }

    public static double power(double base, double exponent) {
        return Power.of(base, exponent);
    }
}
