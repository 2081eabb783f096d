package chainstep.run;

import java.util.function.DoubleUnaryOperator;

/**
 * A derivative estimated from values alone, and what is known about its error.
 *
 * <p>Central differences of fourth order, (8(f(x+h) − f(x−h)) − (f(x+2h) − f(x−2h)))/12h, down a ladder of steps from h =
 * ε^(1/5)·max(1, |x|), the step at which rounding and truncation balance for a function that bends over lengths of about 1. A smaller
 * step is tried while the error looks too large, judged by the difference's own two orders and never by the gradient it is compared
 * with. Source: Press et al., Numerical Recipes, 5.7.
 *
 * @param value the estimate; NaN where no step had finite values
 * @param error how far off it may be
 * @param noise the part of the error that float64 alone explains
 * @param step the h it was made with
 */
record Difference(double value, double error, double noise, double step) {
    private static final double LARGEST_STEP = StrictMath.pow(Math.ulp(1.0), 0.2);
    private static final double SHRINK = 0.125;
    private static final int STEPS = 5;
    /** How much of the numbers a function works with may be rounding. */
    static final double ROUNDINGS = 16 * Math.ulp(1.0);

    /**
     * @param magnitude of the numbers the function works with
     * @param enough the error at which no smaller step is tried
     */
    static Difference of(DoubleUnaryOperator f, double x, double magnitude, double enough) {
        double step = LARGEST_STEP * Math.max(1, Math.abs(x));
        Difference best = at(f, x, step, ROUNDINGS * magnitude);
        for (int k = 1; k < STEPS && !(best.error <= enough); k++) {
            step *= SHRINK;
            Difference next = at(f, x, step, ROUNDINGS * magnitude);
            if (Double.isNaN(best.value) || next.error < best.error) {
                best = next;
            }
        }
        return best;
    }

    private static Difference at(DoubleUnaryOperator f, double x, double h, double rounding) {
        double near = f.applyAsDouble(x + h) - f.applyAsDouble(x - h);
        double above = f.applyAsDouble(x + 2 * h);
        double below = f.applyAsDouble(x - 2 * h);
        double second = near / (2 * h);
        double fourth = (8 * near - (above - below)) / (12 * h);
        if (!Double.isFinite(fourth)) {
            return new Difference(Double.NaN, Double.POSITIVE_INFINITY, 0, h);
        }
        double noise = rounding / h;
        double gap = Math.abs(fourth - second);
        double truncation = gap < Math.abs(fourth) ? gap * gap / Math.abs(fourth) : gap;
        return new Difference(fourth, noise + truncation, noise, h);
    }
}
