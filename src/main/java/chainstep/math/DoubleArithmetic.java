package chainstep.math;

/** Float64, with StrictMath's functions. */
public final class DoubleArithmetic implements FloatingPoint<Double> {
    @Override
    public Double of(double value) {
        return value;
    }
}
