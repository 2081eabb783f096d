package chainstep.math;

/** Float64, IEEE 754 with StrictMath's functions: 0/0 is NaN, 1/0 is ∞, and a comparison with NaN is false, as in NumPy. */
public final class DoubleArithmetic implements Arithmetic<Double> {
    @Override
    public Double of(Rational exact) {
        return exact.doubleValue();
    }

    @Override
    public Double of(double value) {
        return value;
    }

    @Override
    public Double add(Double a, Double b) {
        return a + b;
    }

    @Override
    public Double subtract(Double a, Double b) {
        return a - b;
    }

    @Override
    public Double multiply(Double a, Double b) {
        return a * b;
    }

    @Override
    public Double divide(Double a, Double b) {
        return a / b;
    }

    @Override
    public Double negate(Double a) {
        return -a;
    }

    @Override
    public Double power(Double base, Double exponent) {
        return Power.of(base, exponent);
    }

    @Override
    public Double apply(Fn function, Double x) {
        return function.at(x);
    }

    @Override
    public boolean supports(Fn function) {
        return true;
    }

    @Override
    public Double greater(Double a, Double b) {
        return truth(a > b);
    }

    @Override
    public Double greaterOrEqual(Double a, Double b) {
        return truth(a >= b);
    }

    @Override
    public Double equal(Double a, Double b) {
        return truth(a.doubleValue() == b.doubleValue());
    }

    @Override
    public Double select(Double test, Double then, Double otherwise) {
        return test != 0 ? then : otherwise;
    }

    @Override
    public double approximate(Double value) {
        return value;
    }

    private static Double truth(boolean test) {
        return test ? 1.0 : 0.0;
    }
}
