package chainstep.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class IntervalTest {
    @Test
    void exact_operations_stay_points() {
        Interval half = Interval.point(0.5);
        Interval two = Interval.point(2);
        assertThat(half.multiply(two)).isEqualTo(Interval.ONE);
        assertThat(half.add(two)).isEqualTo(Interval.point(2.5));
        assertThat(Interval.ONE.divide(two)).isEqualTo(half);
        assertThat(two.pow(10)).isEqualTo(Interval.point(1024));
        assertThat(Interval.point(9).apply(Fn.SQRT)).isEqualTo(Interval.point(3));
        assertThat(Interval.point(9).pow(half)).isEqualTo(Interval.point(3));
        assertThat(Interval.ZERO.apply(Fn.EXP)).isEqualTo(Interval.ONE);
        assertThat(Interval.ZERO.apply(Fn.SIGMOID)).isEqualTo(half);
    }

    @Test
    void inexact_operations_hold_the_true_value_between_neighbours() {
        Random random = new Random(4);
        for (int i = 0; i < 3000; i++) {
            double a = random.nextGaussian();
            double b = random.nextGaussian() * 1e3;
            Interval x = Interval.point(a);
            Interval y = Interval.point(b);
            Rational p = Rational.of(a);
            Rational q = Rational.of(b);
            encloses(x.add(y), p.add(q), a + b);
            encloses(x.subtract(y), p.subtract(q), a - b);
            encloses(x.multiply(y), p.multiply(q), a * b);
            encloses(x.divide(y), p.divide(q), a / b);
            encloses(x.pow(3), p.pow(3), a * a * a);
            encloses(x.pow(-7), p.pow(-7), StrictMath.pow(a, -7));
        }
    }

    private static void encloses(Interval interval, Rational exact, double computed) {
        assertThat(interval.contains(computed)).isTrue();
        assertThat(Rational.of(interval.lo())).isLessThanOrEqualTo(exact);
        assertThat(Rational.of(interval.hi())).isGreaterThanOrEqualTo(exact);
        assertThat(interval.width()).isLessThanOrEqualTo(10 * Math.ulp(computed));
    }

    @Test
    void bounds_hold_where_float64_overflows_or_underflows() {
        Interval large = Interval.point(Double.MAX_VALUE);
        Interval small = Interval.point(Double.MIN_VALUE);
        assertThat(large.add(large)).isEqualTo(new Interval(Double.MAX_VALUE, Double.POSITIVE_INFINITY));
        assertThat(large.multiply(large).lo()).isEqualTo(Double.MAX_VALUE);
        assertThat(small.multiply(small)).isEqualTo(new Interval(-Double.MIN_VALUE, Double.MIN_VALUE));
        assertThat(Interval.ENTIRE.multiply(Interval.ZERO)).isEqualTo(Interval.ZERO);
        assertThat(Interval.ENTIRE.subtract(Interval.ENTIRE)).isEqualTo(Interval.ENTIRE);
        assertThat(new Interval(1, Double.POSITIVE_INFINITY).divide(new Interval(2, Double.POSITIVE_INFINITY)))
                .isEqualTo(new Interval(0, Double.POSITIVE_INFINITY));
    }

    @Test
    void undefined_results_are_the_whole_line() {
        assertThat(Interval.ONE.divide(new Interval(-1, 1))).isEqualTo(Interval.ENTIRE);
        assertThat(new Interval(-1, 1).apply(Fn.LOG)).isEqualTo(Interval.ENTIRE);
        assertThat(new Interval(-1, 1).apply(Fn.SQRT)).isEqualTo(Interval.ENTIRE);
        assertThat(new Interval(-1, 1).pow(Interval.point(0.5))).isEqualTo(Interval.ENTIRE);
        assertThat(Interval.point(Double.NaN)).isEqualTo(Interval.ENTIRE);
        assertThat(new Interval(2, 1)).isEqualTo(Interval.ENTIRE);
        assertThat(Interval.ENTIRE.contains(Double.NaN)).isTrue();
    }

    @Test
    void even_powers_across_zero_are_tight() {
        assertThat(new Interval(-2, 1).pow(2)).isEqualTo(new Interval(0, 4));
        assertThat(new Interval(-2, 1).pow(3)).isEqualTo(new Interval(-8, 1));
        assertThat(new Interval(-3, -2).pow(2)).isEqualTo(new Interval(4, 9));
        assertThat(new Interval(-3, -2).pow(-1).contains(-0.4)).isTrue();
        assertThat(new Interval(-5, 5).pow(0)).isEqualTo(Interval.ONE);
    }

    @Test
    void waves_reach_their_extrema_only_inside() {
        assertThat(new Interval(1, 2).apply(Fn.SIN).hi()).isEqualTo(1);
        assertThat(new Interval(1, 1.5).apply(Fn.SIN).hi()).isLessThan(0.998);
        assertThat(new Interval(3, 4).apply(Fn.COS).lo()).isEqualTo(-1);
        assertThat(new Interval(4, 5).apply(Fn.SIN).lo()).isEqualTo(-1);
        assertThat(new Interval(-0.1, 0.1).apply(Fn.COS).hi()).isEqualTo(1);
        assertThat(new Interval(-10, 10).apply(Fn.SIN)).isEqualTo(new Interval(-1, 1));
        assertThat(Interval.ENTIRE.apply(Fn.COS)).isEqualTo(new Interval(-1, 1));
    }

    @Test
    void every_function_contains_its_values_inside() {
        Random random = new Random(5);
        assertThat(Fn.values()).hasSize(13);
        for (Fn function : Fn.values()) {
            for (int i = 0; i < 2000; i++) {
                double centre = random.nextGaussian() * Math.pow(10, random.nextInt(5) - 2);
                double radius = Math.pow(10, -random.nextInt(16)) * random.nextInt(3);
                Interval x = Interval.around(centre, radius);
                double inside = x.lo() + random.nextDouble() * (x.hi() - x.lo());
                assertThat(x.apply(function).contains(function.at(inside)))
                        .as("%s(%s) in %s", function, inside, x.apply(function))
                        .isTrue();
            }
        }
    }

    @Test
    void rounding_a_written_number_gives_an_interval_around_it() {
        assertThat(Interval.around(0.5, 0.25)).isEqualTo(new Interval(0.25, 0.75));
        assertThat(Interval.of(Rational.of(1, 3)).width()).isEqualTo(Math.ulp(1 / 3.0));
        assertThat(new Interval(1, 2).hull(new Interval(4, 5))).isEqualTo(new Interval(1, 5));
        assertThat(new Interval(1, 5).contains(new Interval(2, 5))).isTrue();
        assertThat(new Interval(1, 5).middle()).isEqualTo(3);
    }
}
