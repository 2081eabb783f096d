package chainstep.op;

import chainstep.math.Arithmetic;
import chainstep.math.Fn;
import chainstep.math.Interval;
import chainstep.math.IntervalArithmetic;
import chainstep.math.Rational;

/**
 * Intervals that also hold whatever rounding to a unit may have made of a result: their width bounds the rounding error of a
 * computation, step by step. Source: Higham, Accuracy and Stability of Numerical Algorithms, ch. 3 (running error analysis).
 *
 * @param unit the relative error of one operation: 2⁻⁵³ in float64, 2⁻²⁴ in float32
 */
record Rounded(double unit, IntervalArithmetic exact) implements Arithmetic<Interval> {
    /** StrictMath's functions err by an ulp and some more. */
    private static final int FUNCTION = 4;

    static final Rounded FLOAT64 = new Rounded(0x1p-53, new IntervalArithmetic());
    static final Rounded FLOAT32 = new Rounded(0x1p-24, new IntervalArithmetic());

    private Interval rounded(Interval result, int units) {
        double largest = Math.max(Math.abs(result.lo()), Math.abs(result.hi()));
        return result.isEntire() ? result : result.add(Interval.around(0, largest * unit * units));
    }

    @Override
    public Interval of(Rational value) {
        Interval tight = exact.of(value);
        return value.isInteger() ? tight : rounded(tight, 1);
    }

    @Override
    public Interval of(double value) {
        return exact.of(value);
    }

    @Override
    public Interval add(Interval a, Interval b) {
        return rounded(exact.add(a, b), 1);
    }

    @Override
    public Interval multiply(Interval a, Interval b) {
        return rounded(exact.multiply(a, b), 1);
    }

    @Override
    public Interval divide(Interval a, Interval b) {
        return rounded(exact.divide(a, b), 1);
    }

    @Override
    public Interval negate(Interval a) {
        return exact.negate(a);
    }

    @Override
    public Interval power(Interval base, Interval exponent) {
        return rounded(exact.power(base, exponent), FUNCTION);
    }

    @Override
    public Interval apply(Fn function, Interval x) {
        boolean free = function == Fn.ABS || function == Fn.SIGN || function == Fn.STEP;
        return free ? exact.apply(function, x) : rounded(exact.apply(function, x), FUNCTION);
    }

    @Override
    public boolean supports(Fn function) {
        return exact.supports(function);
    }

    @Override
    public Interval greater(Interval a, Interval b) {
        return exact.greater(a, b);
    }

    @Override
    public Interval greaterOrEqual(Interval a, Interval b) {
        return exact.greaterOrEqual(a, b);
    }

    @Override
    public Interval equal(Interval a, Interval b) {
        return exact.equal(a, b);
    }

    @Override
    public Interval select(Interval test, Interval then, Interval otherwise) {
        return exact.select(test, then, otherwise);
    }

    @Override
    public boolean isDecided(Interval test) {
        return exact.isDecided(test);
    }

    @Override
    public boolean mayBeNaN(Interval value) {
        return exact.mayBeNaN(value);
    }

    @Override
    public Interval atLeast(Interval a, Interval b) {
        return exact.atLeast(a, b);
    }

    @Override
    public double approximate(Interval value) {
        return exact.approximate(value);
    }
}
