package chainstep.math;

/** Float32: every operation rounds to it; functions are computed in float64, then rounded. */
public final class FloatArithmetic implements Arithmetic<Float> {
    @Override
    public Float of(Rational exact) {
        return (float) exact.doubleValue();
    }

    @Override
    public Float of(double value) {
        return (float) value;
    }

    @Override
    public Float add(Float a, Float b) {
        return a + b;
    }

    @Override
    public Float subtract(Float a, Float b) {
        return a - b;
    }

    @Override
    public Float multiply(Float a, Float b) {
        return a * b;
    }

    @Override
    public Float divide(Float a, Float b) {
        return a / b;
    }

    @Override
    public Float negate(Float a) {
        return -a;
    }

    @Override
    public Float power(Float base, Float exponent) {
        if (exponent == 2) {
            return base * base;
        }
        return exponent == 3 ? base * base * base : (float) Power.of(base, exponent);
    }

    @Override
    public Float apply(Fn function, Float x) {
        return (float) function.at(x);
    }

    @Override
    public boolean supports(Fn function) {
        return true;
    }

    @Override
    public Float greater(Float a, Float b) {
        return truth(a > b);
    }

    @Override
    public Float greaterOrEqual(Float a, Float b) {
        return truth(a >= b);
    }

    @Override
    public Float equal(Float a, Float b) {
        return truth(a.floatValue() == b.floatValue());
    }

    @Override
    public Float select(Float test, Float then, Float otherwise) {
        return test != 0 ? then : otherwise;
    }

    @Override
    public double approximate(Float value) {
        return value;
    }

    private static Float truth(boolean test) {
        return test ? 1f : 0f;
    }
}
