package chainstep.math;

/** Intervals: every result contains all values reachable from values of the operands. */
public final class IntervalArithmetic implements Arithmetic<Interval> {
    /** What a test gives when its operands overlap. */
    private static final Interval UNDECIDED = new Interval(0, 1);

    @Override
    public Interval of(Rational exact) {
        return Interval.of(exact);
    }

    @Override
    public Interval of(double value) {
        return Interval.point(value);
    }

    @Override
    public Interval add(Interval a, Interval b) {
        return a.add(b);
    }

    @Override
    public Interval multiply(Interval a, Interval b) {
        return a.multiply(b);
    }

    @Override
    public Interval divide(Interval a, Interval b) {
        return a.divide(b);
    }

    @Override
    public Interval negate(Interval a) {
        return a.negate();
    }

    @Override
    public Interval power(Interval base, Interval exponent) {
        return base.pow(exponent);
    }

    @Override
    public Interval apply(Fn function, Interval x) {
        return x.apply(function);
    }

    @Override
    public boolean supports(Fn function) {
        return true;
    }

    @Override
    public Interval greater(Interval a, Interval b) {
        return truth(a.lo() > b.hi(), a.hi() <= b.lo());
    }

    @Override
    public Interval greaterOrEqual(Interval a, Interval b) {
        return truth(a.lo() >= b.hi(), a.hi() < b.lo());
    }

    @Override
    public Interval equal(Interval a, Interval b) {
        return truth(a.isPoint() && a.equals(b), !a.intersects(b));
    }

    @Override
    public Interval select(Interval test, Interval then, Interval otherwise) {
        if (!test.contains(0)) {
            return then;
        }
        return test.isPoint() ? otherwise : then.hull(otherwise);
    }

    @Override
    public boolean isDecided(Interval test) {
        return test.isPoint() || !test.contains(0);
    }

    /** The whole line is also what an undefined operation gives. */
    @Override
    public boolean mayBeNaN(Interval value) {
        return value.isEntire();
    }

    @Override
    public Interval atLeast(Interval a, Interval b) {
        boolean cuts = a.lo() < b.lo() && b.lo() <= a.hi() && !mayBeNaN(a);
        return cuts ? new Interval(b.lo(), a.hi()) : a;
    }

    @Override
    public double approximate(Interval value) {
        return value.middle();
    }

    private static Interval truth(boolean surely, boolean never) {
        return surely ? Interval.ONE : never ? Interval.ZERO : UNDECIDED;
    }
}
