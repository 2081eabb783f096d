package chainstep.run;

import java.util.function.DoubleUnaryOperator;

/**
 * A derivative estimated from values alone, and what is known about its error.
 *
 * <p>Central differences of fourth order, (8(f(x+h) − f(x−h)) − (f(x+2h) − f(x−2h)))/12h, down a ladder of steps from h =
 * ε^(1/5)·max(1, |x|), the step at which rounding and truncation balance for a function that bends over lengths of about 1. A smaller
 * step is tried while the error looks too large and is not rounding's, judged by the difference's own two orders and never by the
 * gradient it is compared with; the smallest is far below |x| itself, as 1/x and log x ask for near 0. Source: Press et al., Numerical
 * Recipes, 5.7.
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
    /** A step too small to be taken, relative to the number or to 1: how near the edge of its domain a function is followed. */
    private static final double NO_STEP = 1e-13;
    /** The smallest step, relative to the number. */
    private static final double SMALLEST_STEP = 1e-4;
    /** How many smaller steps a doubt is worth. */
    private static final int MOST_DOUBTS = 16;
    /** What part of itself and of its distance to the gradient a difference may still move by when it has settled. */
    private static final double SETTLED = 0.1;
    /** What part of its distance to the gradient a difference that accuses it may move by over smaller steps. */
    private static final double STANDING = 0.25;
    /** How many smaller steps are tried, each this part of the last: of no round number, so that no period meets them all. */
    private static final int SMALLER = 8;

    private static final double NEXT = 0.37;
    /** How much of the numbers a function works with may be rounding. */
    static final double ROUNDINGS = 16 * Math.ulp(1.0);

    /**
     * @param magnitude of the numbers the function works with
     * @param enough the relative error at which no smaller step is tried
     */
    static Difference of(DoubleUnaryOperator f, double x, double magnitude, double enough) {
        double step = LARGEST_STEP * Math.max(1, Math.abs(x));
        Difference best = at(f, x, step, ROUNDINGS * magnitude);
        double smallest = x == 0 ? step : SMALLEST_STEP * Math.abs(x);
        double nothing = Math.min(NO_STEP * Math.max(1, Math.abs(x)), x == 0 ? NO_STEP : smallest);
        for (int k = 1; !best.isEnough(enough); k++) {
            boolean defined = !Double.isNaN(best.value);
            if (k >= STEPS && !(step > (defined ? smallest : nothing))) {
                break;
            }
            step *= SHRINK;
            Difference next = at(f, x, step, ROUNDINGS * magnitude);
            if (Double.isNaN(best.value) || next.error < best.error) {
                best = next;
            }
        }
        return best;
    }

    /** Whether a smaller step would bring nothing. */
    private boolean isEnough(double relative) {
        return error <= relative * Math.abs(value) || error <= 2 * noise;
    }

    /**
     * What this becomes on the way down to steps that rounding drowns, for a doubt: the first that comes to the gradient it is
     * compared with, or that has settled away from it, or the last.
     *
     * @param near how close to the gradient is close enough
     * @param scale what noise must stay below
     */
    Difference doubted(DoubleUnaryOperator f, double x, double magnitude, double gradient, double near, double scale) {
        Difference last = this;
        Difference next = this;
        for (int k = 0; k < MOST_DOUBTS && next.noise <= scale; k++) {
            last = next;
            next = at(f, x, last.step * SHRINK, ROUNDINGS * magnitude);
            double off = Math.abs(next.value - gradient);
            double moved = Math.abs(next.value - last.value) - next.noise;
            boolean settled = next.noise <= SETTLED * scale && moved <= SETTLED * Math.min(off, Math.abs(next.value));
            if (off <= near || settled) {
                return next;
            }
        }
        return next;
    }

    /**
     * Whether it stands against a gradient: differences over smaller steps, as far as rounding lets them be read, stay as far from the
     * gradient and do not grow. Those of a value that goes up and down between the steps do.
     */
    boolean stands(DoubleUnaryOperator f, double x, double magnitude, double gradient) {
        double off = Math.abs(value - gradient);
        double part = 1;
        for (int k = 0; k < SMALLER; k++) {
            part *= NEXT;
            Difference other = at(f, x, step * part, ROUNDINGS * magnitude);
            if (other.noise > STANDING * off) {
                return k >= 2 && !returns(f, x, gradient, STANDING * off);
            }
            double moved = Math.abs(other.value - value) - other.noise;
            if (!(moved <= STANDING * off && moved <= Math.abs(value))) {
                return false;
            }
        }
        return !returns(f, x, gradient, STANDING * off);
    }

    /** Whether it is only too long a step, and not rounding, that keeps it from a gradient: over smaller ones it goes there. */
    boolean comesTo(DoubleUnaryOperator f, double x, double gradient) {
        return returns(f, x, gradient, SETTLED * Math.abs(value - gradient));
    }

    /** Whether differences come to a gradient over steps so small that rounding, as it is reckoned, might make anything of them. */
    private boolean returns(DoubleUnaryOperator f, double x, double gradient, double near) {
        double least = NO_STEP * (x == 0 ? 1 : Math.abs(x));
        int times = 0;
        for (double h = step; h > least && times < 2; h *= NEXT) {
            times = Math.abs(at(f, x, h, 0).value - gradient) <= near ? times + 1 : 0;
        }
        return times == 2;
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
        double largest = Math.max(Math.abs(above), Math.abs(below));
        double noise = Math.max(rounding, ROUNDINGS * largest) / h;
        double gap = Math.abs(fourth - second);
        double truncation = gap < Math.abs(fourth) ? gap * gap / Math.abs(fourth) : gap;
        return new Difference(fourth, noise + truncation, noise, h);
    }
}
