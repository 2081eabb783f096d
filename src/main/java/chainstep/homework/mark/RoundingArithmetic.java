package chainstep.homework.mark;

import chainstep.math.Arithmetic;
import chainstep.math.Fn;
import chainstep.math.Interval;
import chainstep.math.IntervalArithmetic;
import chainstep.math.Rational;

/**
 * Intervals as a student reckons who rounds the result of every operation: each is wider by what that may do.
 *
 * <p>The student keeps as many significant digits as the answer has, or as many decimals. What an operation but passes on is not
 * rounded again.
 *
 * @param significant how many significant digits are kept
 * @param unit what the last decimal kept is worth; 0 where only significant digits are
 */
record RoundingArithmetic(int significant, double unit) implements Arithmetic<Interval> {
    private static final IntervalArithmetic EXACT = new IntervalArithmetic();

    /** So near to a tie, relatively, it may be one. */
    private static final double NOISE = 1e-12;

    private Interval rounded(Interval value, Interval... operands) {
        if (!Judged.isBounded(value)) {
            return value;
        }
        for (Interval operand : operands) {
            if (value.equals(operand) || value.equals(operand.negate())) {
                return value;
            }
        }
        return value.hull(new Interval(nearest(value.lo(), -1, false), nearest(value.hi(), 1, false)))
                .hull(new Interval(nearest(value.lo(), -1, true), nearest(value.hi(), 1, true)));
    }

    /** What a number rounds to; just beside a tie what the one beyond it does. */
    private double nearest(double value, int beyond, boolean decimals) {
        double off = value + beyond * NOISE * Math.abs(value);
        double last = decimals ? unit : last(Math.abs(off));
        double nearest = last == 0 ? value : Math.rint(off / last) * last;
        return beyond < 0 ? Math.min(value, nearest) : Math.max(value, nearest);
    }

    /** What the last significant digit is worth of a number of this size. */
    private double last(double size) {
        return size == 0 ? 0 : StrictMath.pow(10, Math.floor(StrictMath.log10(size)) - significant + 1);
    }

    private static Interval wider(Interval value, double half) {
        return value.add(Interval.around(0, half));
    }

    @Override
    public Interval of(Rational exact) {
        return EXACT.of(exact);
    }

    @Override
    public Interval of(double value) {
        return EXACT.of(value);
    }

    @Override
    public Interval add(Interval a, Interval b) {
        return rounded(a.add(b), a, b);
    }

    @Override
    public Interval multiply(Interval a, Interval b) {
        return rounded(a.multiply(b), a, b);
    }

    @Override
    public Interval divide(Interval a, Interval b) {
        return rounded(a.divide(b), a, b);
    }

    @Override
    public Interval negate(Interval a) {
        return a.negate();
    }

    @Override
    public Interval power(Interval base, Interval exponent) {
        return rounded(base.pow(exponent), base);
    }

    /** An exponential may have been another power of e to the student, of other leading digits: what is lost is up to ten times as much. */
    @Override
    public Interval apply(Fn function, Interval x) {
        Interval value = x.apply(function);
        return function == Fn.EXP && Judged.isBounded(value)
                ? wider(rounded(value, x), StrictMath.pow(10, 1 - significant) * value.hi() / 2)
                : rounded(value, x);
    }

    @Override
    public boolean supports(Fn function) {
        return EXACT.supports(function);
    }

    @Override
    public Interval greater(Interval a, Interval b) {
        return EXACT.greater(a, b);
    }

    @Override
    public Interval greaterOrEqual(Interval a, Interval b) {
        return EXACT.greaterOrEqual(a, b);
    }

    @Override
    public Interval equal(Interval a, Interval b) {
        return EXACT.equal(a, b);
    }

    @Override
    public Interval select(Interval test, Interval then, Interval otherwise) {
        return EXACT.select(test, then, otherwise);
    }

    @Override
    public boolean isDecided(Interval test) {
        return EXACT.isDecided(test);
    }

    @Override
    public boolean mayBeNaN(Interval value) {
        return EXACT.mayBeNaN(value);
    }

    @Override
    public Interval atLeast(Interval a, Interval b) {
        return EXACT.atLeast(a, b);
    }

    @Override
    public double approximate(Interval value) {
        return EXACT.approximate(value);
    }
}
