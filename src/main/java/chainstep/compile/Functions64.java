package chainstep.compile;

import chainstep.math.Fn;
import chainstep.math.Power;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The scalar functions of compiled programs in float64: good to the last bits, not to the last one, and quick.
 *
 * <p>exp goes by 2^(j/128) from a table and a Taylor polynomial of degree 5 on |r| ≤ ln 2/256 (remainder below 2⁻⁶⁰), after Cody and
 * Waite's reduction x = k·ln 2/128 + r; tanh by tanh(j/32) from a table, a polynomial of degree 7 on |d| ≤ 1/64 and the addition
 * theorem. No fused multiplication is asked for: where a machine lacks it Java would take thousands of times as long.
 */
public final class Functions64 {
    /** Added and taken off again, it rounds to a whole number, and leaves that number in the low bits. */
    private static final double ROUND = 6755399441055744.0;

    private static final int POWERS = 128;
    private static final int POWER_BITS = 7;
    private static final double POWERS_BY_LN2 = 1.4426950408889634 * POWERS;
    /** ln 2/128 in two parts; the first has 21 zero bits at its end, so that k times it is exact. */
    private static final double STEP_HIGH = 6.93147180369123816490e-01 / POWERS;

    private static final double STEP_LOW = 1.90821492927058770002e-10 / POWERS;
    /** 2^(j/128). */
    private static final double[] POWER = table(POWERS, j -> StrictMath.pow(2, (double) j / POWERS));

    private static final double LARGEST = 709.782712893384;
    private static final double SMALLEST = -708.3;
    /** Beyond it tanh is ±1. */
    private static final int FLAT = 20;

    private static final int PER_ONE = 32;
    private static final int MIDDLE = FLAT * PER_ONE;
    /** tanh(j/32), from −20 to 20. */
    private static final double[] TANH = table(2 * MIDDLE + 1, j -> StrictMath.tanh((double) (j - MIDDLE) / PER_ONE));

    private Functions64() {}

    private static double[] table(int size, IntToDoubleFunction entry) {
        return IntStream.range(0, size).mapToDouble(entry).toArray();
    }

    public static double exp(double x) {
        if (!(x < LARGEST && x > SMALLEST)) {
            return Math.exp(x);
        }
        double rounded = x * POWERS_BY_LN2 + ROUND;
        double k = rounded - ROUND;
        double r = x - k * STEP_HIGH - k * STEP_LOW;
        double q = r * r;
        double above = r + q * (1.0 / 2 + r * (1.0 / 6) + q * (1.0 / 24 + r * (1.0 / 120)));
        long bits = Double.doubleToRawLongBits(rounded);
        double power = POWER[(int) bits & POWERS - 1];
        return Double.longBitsToDouble((bits >> POWER_BITS) + 1023 << 52) * (power + power * above);
    }

    /** tanh(a + d) = (tanh a + tanh d)/(1 + tanh a·tanh d), a from the table. */
    public static double tanh(double x) {
        if (!(x < FLAT && x > -FLAT)) {
            return x != x ? x : Math.copySign(1, x);
        }
        double rounded = x * PER_ONE + ROUND;
        double d = x - (rounded - ROUND) * (1.0 / PER_ONE);
        double q = d * d;
        double tanh = d - d * q * (1.0 / 3 - q * (2.0 / 15 - q * (17.0 / 315)));
        double a = TANH[(int) Double.doubleToRawLongBits(rounded) + MIDDLE];
        return (a + tanh) / (1 + a * tanh);
    }

    /**
     * tanh for loops of many turns, of which Java then computes several at once: no table, no bits, no branch. tanh(x/8) is a quotient of
     * polynomials (Padé's of degree 7 and 6, off by 2⁻⁵⁶ at most), doubled three times by tanh 2y = 2nd/(d² + n²), tanh y being n/d.
     */
    public static double tanhOfMany(double x) {
        double y = Math.max(-FLAT, Math.min(FLAT, x)) * 0.125;
        double q = y * y;
        double n = y * (1 + q * (5.0 / 39 + q * (2.0 / 715 + q * (1.0 / 135135))));
        double d = 1 + q * (6.0 / 13 + q * (10.0 / 429 + q * (4.0 / 19305)));
        double n2 = 2 * n * d;
        double d2 = d * d + n * n;
        double n4 = 2 * n2 * d2;
        double d4 = d2 * d2 + n2 * n2;
        return Math.max(-1, Math.min(1, 2 * n4 * d4 / (d4 * d4 + n4 * n4)));
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
