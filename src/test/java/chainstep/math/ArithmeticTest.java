package chainstep.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** The kinds of number against each other, on the same random formulas. */
class ArithmeticTest {
    private final Arithmetic<Double> float64 = new DoubleArithmetic();
    private final Arithmetic<Float> float32 = new FloatArithmetic();
    private final Arithmetic<Interval> intervals = new IntervalArithmetic();
    private final Arithmetic<Rational> fractions = new RationalArithmetic();

    /** The same formula for the same seed, in any arithmetic. */
    private static <T> T formula(Arithmetic<T> in, long seed, boolean exact) {
        Random random = new Random(seed);
        T value = in.of(Rational.of(random.nextInt(41) - 20, 10));
        for (int i = 0; i < 8; i++) {
            T other = in.of(Rational.of(1 + random.nextInt(30), 8));
            value = step(in, random, value, other, exact);
        }
        return value;
    }

    private static <T> T step(Arithmetic<T> in, Random random, T value, T other, boolean exact) {
        return switch (random.nextInt(exact ? 7 : 9)) {
            case 0 -> in.add(value, other);
            case 1 -> in.subtract(other, value);
            case 2 -> in.multiply(value, other);
            case 3 -> in.divide(value, other);
            case 4 -> in.negate(value);
            case 5 -> in.apply(Fn.ABS, value);
            case 6 -> in.power(other, in.of(2));
            case 7 -> in.apply(Fn.SIGMOID, value);
            default -> in.apply(Fn.TANH, value);
        };
    }

    @Test
    void the_interval_contains_the_float64_result() {
        for (long seed = 0; seed < 3000; seed++) {
            assertThat(formula(intervals, seed, false).contains(formula(float64, seed, false)))
                    .as("seed %d", seed)
                    .isTrue();
        }
    }

    @Test
    void the_interval_contains_the_exact_result() {
        for (long seed = 0; seed < 1000; seed++) {
            Interval interval = formula(intervals, seed, true);
            Rational exact = formula(fractions, seed, true);
            assertThat(interval.contains(Interval.of(exact)) || interval.equals(Interval.of(exact)))
                    .as("seed %d: %s in %s", seed, exact, interval)
                    .isTrue();
        }
    }

    @Test
    void float64_is_near_the_exact_result() {
        for (long seed = 0; seed < 1000; seed++) {
            double exact = formula(fractions, seed, true).doubleValue();
            assertThat(formula(float64, seed, true)).isCloseTo(exact, relative(exact, 1e-11));
        }
    }

    private static org.assertj.core.data.Offset<Double> relative(double value, double part) {
        return org.assertj.core.data.Offset.offset(Math.max(1, Math.abs(value)) * part);
    }

    @Test
    void float32_is_java_float_arithmetic() {
        Random random = new Random(6);
        for (int i = 0; i < 2000; i++) {
            float a = (float) random.nextGaussian();
            float b = (float) random.nextGaussian();
            assertThat(float32.add(a, b)).isEqualTo((float) ((double) a + b));
            assertThat(float32.multiply(a, b)).isEqualTo((float) ((double) a * b));
            assertThat(float32.divide(a, b)).isEqualTo((float) ((double) a / b));
            assertThat(float32.power(a, 2f)).isEqualTo(a * a);
            assertThat(float32.apply(Fn.TANH, a)).isEqualTo((float) StrictMath.tanh(a));
        }
    }

    @Test
    void powers_mean_what_numpy_means() {
        assertThat(float64.power(0.1, 2.0)).isEqualTo(0.1 * 0.1);
        assertThat(float64.power(0.7, 3.0)).isEqualTo(0.7 * 0.7 * 0.7);
        assertThat(float64.power(0.0, 0.0)).isEqualTo(1);
        assertThat(float64.power(-8.0, 1 / 3.0)).isNaN();
        assertThat(float64.power(1.0, Double.NaN)).isEqualTo(1);
        assertThat(float64.power(-1.0, Double.NEGATIVE_INFINITY)).isEqualTo(1);
        assertThat(float64.divide(0.0, 0.0)).isNaN();
        assertThat(float64.divide(1.0, 0.0)).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void interval_powers_contain_float64_powers() {
        Random random = new Random(7);
        for (int i = 0; i < 5000; i++) {
            double base = random.nextDouble() * 4;
            double exponent = i % 2 == 0 ? random.nextGaussian() * 3 : random.nextInt(60) - 30;
            Interval power = intervals.power(intervals.of(base), intervals.of(exponent));
            assertThat(power.contains(float64.power(base, exponent)))
                    .as("%s**%s in %s", base, exponent, power)
                    .isTrue();
        }
    }

    @Test
    void fractions_refuse_what_is_no_fraction() {
        assertThat(fractions.supports(Fn.STEP)).isTrue();
        for (Fn function : Fn.values()) {
            if (!fractions.supports(function)) {
                assertThatThrownBy(() -> fractions.apply(function, Rational.ONE))
                        .isInstanceOf(Inexact.class);
            }
        }
        assertThatThrownBy(() -> fractions.power(Rational.of(2), Rational.of(1, 2)))
                .isInstanceOf(Inexact.class);
        assertThatThrownBy(() -> fractions.power(Rational.of(3), Rational.of(1L << 40)))
                .isInstanceOf(Inexact.class);
        assertThat(fractions.power(Rational.of(-1), Rational.of((1L << 40) + 1)))
                .isEqualTo(Rational.of(-1));
        assertThatThrownBy(() -> fractions.of(Double.NaN)).isInstanceOf(Inexact.class);
    }

    @Test
    void a_test_selects_and_an_undecided_one_gives_both() {
        Interval a = new Interval(1, 3);
        Interval b = new Interval(2, 4);
        assertThat(intervals.greater(a, b)).isEqualTo(new Interval(0, 1));
        assertThat(intervals.select(intervals.greater(a, b), a, b)).isEqualTo(new Interval(1, 4));
        assertThat(intervals.greater(Interval.ONE, Interval.ONE)).isEqualTo(Interval.ZERO);
        assertThat(intervals.greaterOrEqual(Interval.ONE, Interval.ONE)).isEqualTo(Interval.ONE);
        assertThat(intervals.equal(a, a)).isEqualTo(new Interval(0, 1));
        assertThat(float64.greater(Double.NaN, 0.0)).isZero();
        assertThat(float64.select(float64.equal(2.0, 2.0), 5.0, 6.0)).isEqualTo(5);
        assertThat(fractions.select(Rational.ZERO, Rational.ONE, Rational.of(7)))
                .isEqualTo(Rational.of(7));
    }
}
