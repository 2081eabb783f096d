package chainstep.homework.mark;

import chainstep.math.Arithmetic;
import chainstep.math.DoubleArithmetic;
import chainstep.math.Fn;
import chainstep.math.Rational;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Reckoning with the result of every operation rounded. */
record RoundedDoubles(int digits, boolean decimals) implements Arithmetic<Double> {
    private static final DoubleArithmetic EXACT = new DoubleArithmetic();

    double rounded(double value) {
        if (!Double.isFinite(value) || value == 0) {
            return value;
        }
        BigDecimal exact = new BigDecimal(value);
        return (decimals
                        ? exact.setScale(digits, RoundingMode.HALF_UP)
                        : exact.round(new MathContext(digits, RoundingMode.HALF_UP)))
                .doubleValue();
    }

    @Override
    public Double of(Rational exact) {
        return EXACT.of(exact);
    }

    @Override
    public Double of(double value) {
        return value;
    }

    @Override
    public Double add(Double a, Double b) {
        return a == 0 ? b : b == 0 ? a : (Double) rounded(a + b);
    }

    @Override
    public Double multiply(Double a, Double b) {
        return a == 1 ? b : b == 1 ? a : (Double) rounded(a * b);
    }

    @Override
    public Double divide(Double a, Double b) {
        return b == 1 ? a : (Double) rounded(a / b);
    }

    @Override
    public Double negate(Double a) {
        return -a;
    }

    @Override
    public Double power(Double base, Double exponent) {
        return rounded(EXACT.power(base, exponent));
    }

    @Override
    public Double apply(Fn function, Double x) {
        return rounded(EXACT.apply(function, x));
    }

    @Override
    public boolean supports(Fn function) {
        return EXACT.supports(function);
    }

    @Override
    public Double greater(Double a, Double b) {
        return EXACT.greater(a, b);
    }

    @Override
    public Double greaterOrEqual(Double a, Double b) {
        return EXACT.greaterOrEqual(a, b);
    }

    @Override
    public Double equal(Double a, Double b) {
        return EXACT.equal(a, b);
    }

    @Override
    public Double select(Double test, Double then, Double otherwise) {
        return EXACT.select(test, then, otherwise);
    }

    @Override
    public double approximate(Double value) {
        return value;
    }
}
