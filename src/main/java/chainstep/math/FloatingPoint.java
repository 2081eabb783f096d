package chainstep.math;

/**
 * Numbers that IEEE 754 rounds: each operation is done in float64 and rounded by {@link #of(double)}; 0/0 is NaN, 1/0 is ∞, and a
 * comparison with NaN is false, as in NumPy.
 *
 * <p>For float32 the detour is exact: rounding first to 53 bits, then to 24, is rounding to 24. Source: Figueroa, When is double
 * rounding innocuous?, 1995.
 *
 * @param <T> the numbers
 */
public interface FloatingPoint<T extends Number> extends Arithmetic<T> {
    @Override
    default T of(Rational exact) {
        return of(exact.doubleValue());
    }

    @Override
    default T add(T a, T b) {
        return of(a.doubleValue() + b.doubleValue());
    }

    @Override
    default T multiply(T a, T b) {
        return of(a.doubleValue() * b.doubleValue());
    }

    @Override
    default T divide(T a, T b) {
        return of(a.doubleValue() / b.doubleValue());
    }

    @Override
    default T negate(T a) {
        return of(-a.doubleValue());
    }

    @Override
    default T power(T base, T exponent) {
        double n = exponent.doubleValue();
        if (n == 2 || n == 3) {
            T square = multiply(base, base);
            return n == 2 ? square : multiply(square, base);
        }
        return of(Power.of(base.doubleValue(), n));
    }

    @Override
    default T apply(Fn function, T x) {
        return of(function.at(x.doubleValue()));
    }

    @Override
    default boolean supports(Fn function) {
        return true;
    }

    @Override
    default T greater(T a, T b) {
        return of(a.doubleValue() > b.doubleValue() ? 1 : 0);
    }

    @Override
    default T greaterOrEqual(T a, T b) {
        return of(a.doubleValue() >= b.doubleValue() ? 1 : 0);
    }

    @Override
    default T equal(T a, T b) {
        return of(a.doubleValue() == b.doubleValue() ? 1 : 0);
    }

    @Override
    default T select(T test, T then, T otherwise) {
        return test.doubleValue() != 0 ? then : otherwise;
    }

    @Override
    default double approximate(T value) {
        return value.doubleValue();
    }
}
