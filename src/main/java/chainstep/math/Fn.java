package chainstep.math;

import java.util.function.DoubleUnaryOperator;

/**
 * The scalar functions of one argument that formulas may use, each with its float64 value, the same on every machine.
 *
 * <p>NaN gives NaN. Where a function has no value (the logarithm of a negative number) the result is NaN, and its limits are taken at
 * infinities and poles (log 0 = −∞), as in NumPy.
 */
public enum Fn {
    EXP(StrictMath::exp),
    LOG(StrictMath::log),
    /** log(1 + x), accurate near zero. */
    LOG1P(StrictMath::log1p),
    SQRT(StrictMath::sqrt),
    SIN(StrictMath::sin),
    COS(StrictMath::cos),
    TANH(HyperbolicTangent::at),
    /** 1/(1 + exp(−x)), without overflow and with full relative accuracy on both sides. */
    SIGMOID(Fn::sigmoid),
    /** log(1 + exp(x)), without overflow and with full relative accuracy on both sides. */
    SOFTPLUS(Fn::softplus),
    ERF(ErrorFunction::at),
    ABS(Math::abs),
    /** −1, 0 or 1; sign(0) = 0. */
    SIGN(Fn::sign),
    /** 1 for x &gt; 0, else 0; step(0) = 0. */
    STEP(Fn::step);

    private final DoubleUnaryOperator value;

    Fn(DoubleUnaryOperator value) {
        this.value = value;
    }

    /** The value at x in float64. */
    public double at(double x) {
        return value.applyAsDouble(x);
    }

    private static double sigmoid(double x) {
        double decay = StrictMath.exp(-Math.abs(x));
        return x >= 0 ? 1 / (1 + decay) : decay / (1 + decay);
    }

    private static double softplus(double x) {
        return Math.max(x, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(x)));
    }

    private static double sign(double x) {
        return x > 0 ? 1 : x < 0 ? -1 : x + 0.0;
    }

    private static double step(double x) {
        return x > 0 ? 1 : Double.isNaN(x) ? x : 0;
    }
}
