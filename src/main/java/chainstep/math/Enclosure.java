package chainstep.math;

/**
 * All values of a function on an interval.
 *
 * <p>Monotone functions are taken at the end points; sine and cosine also at the extrema between them. Bounds are widened by twice the
 * error of the float64 function, so that they hold the true values and the computed ones, then cut to the function's range. Values
 * known to be exact, such as exp(0) = 1, are not widened.
 */
final class Enclosure {
    private Enclosure() {}

    static Interval of(Fn function, Interval x) {
        return switch (function) {
            case EXP -> rising(function, x, 2, 0, Double.POSITIVE_INFINITY);
            case LOG -> x.lo() < 0 ? Interval.ENTIRE : rising(function, x, 2);
            case LOG1P -> x.lo() < -1 ? Interval.ENTIRE : rising(function, x, 2);
            case SQRT -> x.lo() < 0 ? Interval.ENTIRE : new Interval(Outward.sqrtDown(x.lo()), Outward.sqrtUp(x.hi()));
            case SIN -> wave(function, x, Math.PI / 2, -Math.PI / 2);
            case COS -> wave(function, x, 0, Math.PI);
            case TANH -> rising(function, x, 5, -1, 1);
            case SIGMOID -> rising(function, x, 5, 0, 1);
            case SOFTPLUS -> rising(function, x, 4, 0, Double.POSITIVE_INFINITY);
            case ERF -> rising(function, x, 3, -1, 1);
            case ABS -> magnitude(x);
            case SIGN, STEP -> new Interval(function.at(x.lo()), function.at(x.hi()));
        };
    }

    private static Interval rising(Fn function, Interval x, int ulps) {
        return rising(function, x, ulps, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    private static Interval rising(Fn function, Interval x, int ulps, double least, double most) {
        double lo = function.at(x.lo());
        double hi = function.at(x.hi());
        return new Interval(
                exact(function, x.lo()) ? lo : Math.max(least, Outward.stepsDown(lo, ulps)),
                exact(function, x.hi()) ? hi : Math.min(most, Outward.stepsUp(hi, ulps)));
    }

    /** Where a function takes a float64 value exactly. */
    private static boolean exact(Fn function, double x) {
        return switch (function) {
            case LOG -> x == 1 || x == 0 || Double.isInfinite(x);
            case LOG1P -> x == 0 || x == -1 || Double.isInfinite(x);
            case SOFTPLUS -> Double.isInfinite(x);
            case SIN, COS -> x == 0;
            default -> x == 0 || Double.isInfinite(x);
        };
    }

    private static Interval magnitude(Interval x) {
        double lo = Math.abs(x.lo());
        double hi = Math.abs(x.hi());
        return new Interval(x.contains(0) ? 0 : Math.min(lo, hi), Math.max(lo, hi));
    }

    /** Sine or cosine, with a maximum at {@code top} and a minimum at {@code bottom}, both modulo 2π. */
    private static Interval wave(Fn function, Interval x, double top, double bottom) {
        if (x.width() >= 2 * Math.PI) {
            return new Interval(-1, 1);
        }
        Interval ends = end(function, x.lo()).hull(end(function, x.hi()));
        return new Interval(reaches(x, bottom) ? -1 : ends.lo(), reaches(x, top) ? 1 : ends.hi());
    }

    private static Interval end(Fn function, double x) {
        double value = function.at(x);
        return exact(function, x)
                ? Interval.point(value)
                : new Interval(Math.max(-1, Outward.stepsDown(value, 2)), Math.min(1, Outward.stepsUp(value, 2)));
    }

    /**
     * Whether the interval may contain phase + 2πk for an integer k. Errs towards yes by a few float64 roundings, where the wave is so
     * flat that nothing is lost, and for a single point says no: its value is known without.
     */
    private static boolean reaches(Interval x, double phase) {
        if (x.isPoint()) {
            return false;
        }
        double from = (x.lo() - phase) / (2 * Math.PI);
        double to = (x.hi() - phase) / (2 * Math.PI);
        double slack = 1e-14 * (1 + Math.max(Math.abs(from), Math.abs(to)));
        return Math.ceil(from - slack) <= to + slack;
    }
}
