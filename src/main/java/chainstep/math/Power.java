package chainstep.math;

/** Raising to a power in float64: x**2 is x·x and x**3 is x·x·x to the bit, anything else is StrictMath.pow. */
public final class Power {
    private Power() {}

    /**
     * base**exponent as NumPy means it: x**0 = 1 for every x, 1**y = 1 for every y, a negative base to a non-integer is NaN.
     */
    public static double of(double base, double exponent) {
        if (exponent == 2) {
            return base * base;
        }
        if (exponent == 3) {
            return base * base * base;
        }
        // C and NumPy say 1 where Java says NaN
        if (base == 1 || (base == -1 && Double.isInfinite(exponent))) {
            return 1;
        }
        return StrictMath.pow(base, exponent);
    }
}
