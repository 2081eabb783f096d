package chainstep.math;

/**
 * A kind of number in which every formula can be evaluated: float64, float32, intervals, fractions.
 *
 * <p>Tests give numbers, so that a formula needs no second kind of value: one for true, zero for false, and where a kind cannot decide,
 * something that is both.
 *
 * @param <T> the numbers
 */
public interface Arithmetic<T> {
    /** The number nearest to an exact one. */
    T of(Rational exact);

    /** @throws ArithmeticException where this kind has no such number */
    T of(double value);

    T add(T a, T b);

    /** a + (−b), which every kind rounds as it would a − b. */
    default T subtract(T a, T b) {
        return add(a, negate(b));
    }

    T multiply(T a, T b);

    /** The quotient; by zero, what this kind makes of it: an infinity, the whole line, or an ArithmeticException. */
    T divide(T a, T b);

    T negate(T a);

    /** base**exponent; x**2 is x·x, x**3 is x·x·x, and x**0 is one. */
    T power(T base, T exponent);

    /** @throws Inexact where this kind has no such value; {@link #supports} tells in advance */
    T apply(Fn function, T x);

    /** Whether {@link #apply} has values for a function. */
    boolean supports(Fn function);

    /** a &gt; b. */
    T greater(T a, T b);

    /** a ≥ b. */
    T greaterOrEqual(T a, T b);

    /** a = b. */
    T equal(T a, T b);

    /** {@code then} where the test is not zero, else {@code otherwise}; undecided, something containing both. */
    T select(T test, T then, T otherwise);

    /** Whether a test has an answer. */
    default boolean isDecided(T test) {
        return true;
    }

    /** Whether a number may stand for no number at all. */
    default boolean mayBeNaN(T value) {
        return Double.isNaN(approximate(value));
    }

    /** The part of {@code a} that can be ≥ something in {@code b}: where a kind has no parts, {@code a}. */
    default T atLeast(T a, T b) {
        return a;
    }

    /** The part of {@code a} that can be ≤ something in {@code b}. */
    default T atMost(T a, T b) {
        return negate(atLeast(negate(a), negate(b)));
    }

    /** The float64 nearest to a number, or inside it. */
    double approximate(T value);
}
