package chainstep.math;

/**
 * A closed interval of real numbers, lo ≤ x ≤ hi, that encloses every value reachable: each bound is rounded outwards, and not at all
 * where the float64 result is exact.
 *
 * <p>Undefined operations (division by an interval containing 0, the logarithm of a negative number) give the whole line, and so do NaN
 * bounds and lo &gt; hi. At end points 0·∞ = 0.
 *
 * @param lo the lower bound, possibly −∞
 * @param hi the upper bound, possibly ∞
 */
public record Interval(double lo, double hi) {
    public static final Interval ENTIRE = new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    public static final Interval ZERO = point(0);
    public static final Interval ONE = point(1);

    /** A NaN bound is no bound; adding 0.0 turns −0 into 0. */
    public Interval {
        lo = Double.isNaN(lo) ? Double.NEGATIVE_INFINITY : lo + 0.0;
        hi = Double.isNaN(hi) ? Double.POSITIVE_INFINITY : hi + 0.0;
        if (lo > hi) {
            lo = Double.NEGATIVE_INFINITY;
            hi = Double.POSITIVE_INFINITY;
        }
    }

    /** The interval of one value; the whole line for NaN. */
    public static Interval point(double value) {
        return new Interval(value, value);
    }

    /** The tightest enclosure of a fraction: a point, or two neighbouring float64. */
    public static Interval of(Rational exact) {
        double nearest = exact.doubleValue();
        if (Double.isInfinite(nearest)) {
            return nearest > 0 ? new Interval(Double.MAX_VALUE, nearest) : new Interval(nearest, -Double.MAX_VALUE);
        }
        int side = exact.compareTo(Rational.of(nearest));
        return new Interval(side < 0 ? Math.nextDown(nearest) : nearest, side > 0 ? Math.nextUp(nearest) : nearest);
    }

    /** value − halfWidth to value + halfWidth. */
    public static Interval around(double value, double halfWidth) {
        return new Interval(Outward.addDown(value, -halfWidth), Outward.addUp(value, halfWidth));
    }

    public Interval add(Interval other) {
        return new Interval(Outward.addDown(lo, other.lo), Outward.addUp(hi, other.hi));
    }

    public Interval subtract(Interval other) {
        return add(other.negate());
    }

    public Interval multiply(Interval other) {
        return new Interval(
                least(
                        Outward.multiplyDown(lo, other.lo),
                        Outward.multiplyDown(lo, other.hi),
                        Outward.multiplyDown(hi, other.lo),
                        Outward.multiplyDown(hi, other.hi)),
                -least(
                        -Outward.multiplyUp(lo, other.lo),
                        -Outward.multiplyUp(lo, other.hi),
                        -Outward.multiplyUp(hi, other.lo),
                        -Outward.multiplyUp(hi, other.hi)));
    }

    /** The quotient; the whole line when the divisor contains 0. */
    public Interval divide(Interval other) {
        if (other.contains(0)) {
            return ENTIRE;
        }
        return new Interval(
                least(
                        Outward.divideDown(lo, other.lo),
                        Outward.divideDown(lo, other.hi),
                        Outward.divideDown(hi, other.lo),
                        Outward.divideDown(hi, other.hi)),
                -least(
                        -Outward.divideUp(lo, other.lo),
                        -Outward.divideUp(lo, other.hi),
                        -Outward.divideUp(hi, other.lo),
                        -Outward.divideUp(hi, other.hi)));
    }

    public Interval negate() {
        return new Interval(-hi, -lo);
    }

    /** Every value of a function on this interval. */
    public Interval apply(Fn function) {
        return Enclosure.of(function, this);
    }

    /** This interval to an integer power, tight for even powers across 0. */
    public Interval pow(int exponent) {
        return Powers.integer(this, exponent);
    }

    /** This interval to a power; the whole line for a base that may be negative and an exponent that may be no integer. */
    public Interval pow(Interval exponent) {
        return Powers.of(this, exponent);
    }

    /** The smallest interval containing both. */
    public Interval hull(Interval other) {
        return new Interval(Math.min(lo, other.lo), Math.max(hi, other.hi));
    }

    /** Whether a value may be meant; NaN only by the whole line. */
    public boolean contains(double value) {
        return (lo <= value && value <= hi) || (Double.isNaN(value) && isEntire());
    }

    public boolean contains(Interval other) {
        return lo <= other.lo && other.hi <= hi;
    }

    /** Whether the two have a value in common. */
    public boolean intersects(Interval other) {
        return lo <= other.hi && other.lo <= hi;
    }

    public double width() {
        return lo == hi ? 0 : Outward.addUp(hi, -lo);
    }

    /** A value inside, near the middle. */
    public double middle() {
        if (lo == hi || isEntire()) {
            return isEntire() ? 0 : lo;
        }
        double half = lo / 2 + hi / 2;
        return Double.isInfinite(half) ? Math.copySign(Double.MAX_VALUE, half) : Math.min(Math.max(half, lo), hi);
    }

    public boolean isPoint() {
        return lo == hi;
    }

    public boolean isEntire() {
        return lo == Double.NEGATIVE_INFINITY && hi == Double.POSITIVE_INFINITY;
    }

    private static double least(double a, double b, double c, double d) {
        return Math.min(Math.min(a, b), Math.min(c, d));
    }

    /** "[lo, hi]", or the value alone for a point. */
    @Override
    public String toString() {
        return isPoint() ? Double.toString(lo) : "[" + lo + ", " + hi + "]";
    }
}
