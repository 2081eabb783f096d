package chainstep.math;

/** Float32: every operation rounds to it; functions are computed in float64, then rounded. */
public final class FloatArithmetic implements FloatingPoint<Float> {
    @Override
    public Float of(double value) {
        return (float) value;
    }
}
