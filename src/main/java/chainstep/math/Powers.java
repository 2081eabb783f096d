package chainstep.math;

/** Powers of intervals, rounded outwards. */
final class Powers {
    /** StrictMath.pow errs by less than one ulp; twice that also encloses what it computes inside. */
    private static final int ULPS = 2;

    private Powers() {}

    static Interval of(Interval base, Interval exponent) {
        double y = exponent.lo();
        if (exponent.isPoint() && y == (int) y) {
            return integer(base, (int) y);
        }
        if (base.lo() < 0) {
            return Interval.ENTIRE;
        }
        if (exponent.isPoint() && y == 0.5) {
            return base.apply(Fn.SQRT);
        }
        // monotone in the base for each exponent, and in the exponent for each base: the extremes lie at corners
        return corner(base.lo(), exponent.lo())
                .hull(corner(base.lo(), exponent.hi()))
                .hull(corner(base.hi(), exponent.lo()))
                .hull(corner(base.hi(), exponent.hi()));
    }

    static Interval integer(Interval base, int exponent) {
        if (exponent == 0) {
            return Interval.ONE;
        }
        if (exponent < 0) {
            return Interval.ONE.divide(positive(base, -(long) exponent));
        }
        return positive(base, exponent);
    }

    private static Interval positive(Interval base, long exponent) {
        Interval low = magnitude(Math.abs(base.lo()), exponent);
        Interval high = magnitude(Math.abs(base.hi()), exponent);
        if (exponent % 2 == 0) {
            Interval both = low.hull(high);
            return base.contains(0) ? both.hull(Interval.ZERO) : both;
        }
        return (base.lo() < 0 ? low.negate() : low).hull(base.hi() < 0 ? high.negate() : high);
    }

    /** The power of one nonnegative number. */
    private static Interval magnitude(double x, long exponent) {
        double down = 1;
        double up = 1;
        if (exponent <= 3) {
            for (long i = 0; i < exponent; i++) {
                down = Outward.multiplyDown(down, x);
                up = Outward.multiplyUp(up, x);
            }
            return new Interval(down, up);
        }
        Interval product = bySquaring(x, exponent);
        return product.isPoint() ? product : widened(Power.of(x, exponent));
    }

    private static Interval bySquaring(double x, long exponent) {
        Interval result = Interval.ONE;
        Interval square = Interval.point(x);
        for (long rest = exponent; rest > 0; rest >>= 1) {
            if ((rest & 1) == 1) {
                result = result.multiply(square);
            }
            square = rest > 1 ? square.multiply(square) : square;
        }
        return result;
    }

    private static Interval corner(double x, double y) {
        double value = Power.of(x, y);
        return x == 1 || y == 0 || x == 0 ? Interval.point(value) : widened(value);
    }

    private static Interval widened(double value) {
        return new Interval(Math.max(0, Outward.stepsDown(value, ULPS)), Outward.stepsUp(value, ULPS));
    }
}
