package chainstep.op;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.graph.NestInterpreter;
import chainstep.graph.Op;
import chainstep.graph.Pullback;
import chainstep.math.DoubleArithmetic;
import chainstep.math.Interval;
import chainstep.math.IntervalArithmetic;
import chainstep.math.Rational;
import chainstep.math.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BinaryOperator;
import java.util.function.DoubleBinaryOperator;
import java.util.function.UnaryOperator;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Operations with a kink have tight images of intervals on both sides of it. */
class IntervalTightnessTest {
    private static final Shape ONE = Shape.SCALAR;
    private static final Interval UNDECIDED = new Interval(0, 1);
    private static final Rational HALF = Rational.of(1, 2);
    private static final int RUNS = 500;

    private final SplittableRandom random = new SplittableRandom(5);

    /** An interval whose ends are multiples of 1/8, so that the images below are exact. */
    private Interval interval() {
        double a = random.nextInt(-16, 17) / 8.0;
        double b = random.nextInt(-16, 17) / 8.0;
        return new Interval(Math.min(a, b), Math.max(a, b));
    }

    private static Interval image(Op op, Interval... operands) {
        List<Shape> shapes = List.of(operands).stream().map(each -> ONE).toList();
        List<List<Interval>> inputs = List.of(operands).stream().map(List::of).toList();
        return new NestInterpreter<>(new IntervalArithmetic())
                .run(op.nests(shapes), inputs)
                .get(0);
    }

    private static double value(Op op, double... operands) {
        List<Shape> shapes = Arrays.stream(operands).mapToObj(each -> ONE).toList();
        List<List<Double>> inputs = Arrays.stream(operands).mapToObj(List::of).toList();
        return new NestInterpreter<>(new DoubleArithmetic())
                .run(op.nests(shapes), inputs)
                .get(0);
    }

    /** The image of a function that rises everywhere. */
    private void assertRises(Op op) {
        assertImage(op, x -> new Interval(value(op, x.lo()), value(op, x.hi())));
    }

    private void assertImage(Op op, UnaryOperator<Interval> expected) {
        for (int i = 0; i < RUNS; i++) {
            Interval x = interval();
            assertThat(image(op, x)).as("%s of %s", op, x).isEqualTo(expected.apply(x));
        }
    }

    private void assertImage(Op op, BinaryOperator<Interval> expected) {
        for (int i = 0; i < RUNS; i++) {
            Interval a = interval();
            Interval b = interval();
            assertThat(image(op, a, b)).as("%s of %s, %s", op, a, b).isEqualTo(expected.apply(a, b));
        }
    }

    private static BinaryOperator<Interval> rising(DoubleBinaryOperator of) {
        return (a, b) -> new Interval(of.applyAsDouble(a.lo(), b.lo()), of.applyAsDouble(a.hi(), b.hi()));
    }

    @Test
    void relu_and_leaky_relu_rise() {
        assertRises(new Relu());
        assertRises(new LeakyRelu(HALF));
    }

    @Test
    void abs_is_zero_where_the_interval_holds_zero() {
        assertImage(new Abs(), x -> {
            double greatest = Math.max(Math.abs(x.lo()), Math.abs(x.hi()));
            double least = x.contains(0) ? 0 : Math.min(Math.abs(x.lo()), Math.abs(x.hi()));
            return new Interval(least, greatest);
        });
    }

    @Test
    void the_greater_and_the_smaller_of_two_are_tight() {
        assertImage(new Maximum(), rising(Math::max));
        assertImage(new Minimum(), rising(Math::min));
    }

    @Test
    void hinge_is_tight_for_a_known_target() {
        for (int i = 0; i < RUNS; i++) {
            Interval o = interval();
            Interval expected = new Interval(Math.max(0, 1 - o.hi()), Math.max(0, 1 - o.lo()));
            assertThat(image(new Hinge(Reduction.SUM), o, Interval.ONE)).isEqualTo(expected);
        }
    }

    @Test
    void elu_contains_every_value_and_no_more_than_rounding_adds() {
        Op elu = new Elu(Rational.ONE);
        for (int i = 0; i < RUNS; i++) {
            Interval x = interval();
            Interval image = image(elu, x);
            assertThat(image.lo()).isLessThanOrEqualTo(value(elu, x.lo())).isCloseTo(value(elu, x.lo()), within());
            assertThat(image.hi()).isGreaterThanOrEqualTo(value(elu, x.hi())).isCloseTo(value(elu, x.hi()), within());
        }
    }

    private static Offset<Double> within() {
        return Offset.offset(1e-14);
    }

    @Test
    void the_greatest_and_the_least_of_an_array_are_tight() {
        List<Shape> shapes = List.of(Shape.of(4));
        for (int i = 0; i < RUNS; i++) {
            List<Interval> x = List.of(interval(), interval(), interval(), interval());
            NestInterpreter<Interval> interpreter = new NestInterpreter<>(new IntervalArithmetic());
            BinaryOperator<Interval> greater = rising(Math::max);
            BinaryOperator<Interval> smaller = rising(Math::min);
            assertThat(interpreter.run(Max.ALL.nests(shapes), List.of(x)))
                    .containsExactly(x.stream().reduce(greater).orElseThrow());
            assertThat(interpreter.run(Min.ALL.nests(shapes), List.of(x)))
                    .containsExactly(x.stream().reduce(smaller).orElseThrow());
        }
    }

    @Test
    void the_image_contains_the_value_at_every_sampled_point() {
        List<Op> kinked = Ops.all().stream()
                .filter(op -> op instanceof Elementwise || op instanceof Loss)
                .toList();
        assertThat(kinked).hasSizeGreaterThan(40);
        for (Op op : kinked) {
            int arity = op instanceof Elementwise each ? each.arity() : 2;
            for (int i = 0; i < 100; i++) {
                Interval[] operands = new Interval[arity];
                Arrays.setAll(operands, k -> interval());
                assertContains(op, operands);
            }
        }
    }

    private void assertContains(Op op, Interval... operands) {
        Interval image = image(op, operands);
        for (int sample = 0; sample < 10; sample++) {
            double[] at = Arrays.stream(operands).mapToDouble(this::sample).toArray();
            double value = value(op, at);
            assertThat(image.contains(value))
                    .as("%s of %s: %s in %s", op, List.of(operands), value, image)
                    .isTrue();
        }
    }

    private double sample(Interval x) {
        return x.isPoint() ? x.lo() : x.lo() + random.nextInt(9) / 8.0 * (x.hi() - x.lo());
    }

    @Test
    void a_slope_is_undecided_only_where_the_kink_lies_inside() {
        Pullback back = new Relu().pullbackOf(0, List.of(ONE));
        assertThat(back.operands()).containsExactly(Pullback.UPSTREAM, Pullback.input(0));
        assertImage(back.op(), x -> x.lo() > 0 ? Interval.ONE : x.hi() <= 0 ? Interval.ZERO : UNDECIDED, Interval.ONE);
    }

    private void assertImage(Op op, UnaryOperator<Interval> expected, Interval upstream) {
        for (int i = 0; i < RUNS; i++) {
            Interval x = interval();
            assertThat(image(op, upstream, x)).as("%s at %s", op, x).isEqualTo(expected.apply(x));
        }
    }

    @Test
    void what_may_be_no_number_is_not_cut() {
        assertThat(image(new Relu(), Interval.ENTIRE)).isEqualTo(Interval.ENTIRE);
        assertThat(image(new Maximum(), Interval.ENTIRE, Interval.ONE)).isEqualTo(Interval.ENTIRE);
        assertThat(image(new Maximum(), Interval.ONE, Interval.ENTIRE)).isEqualTo(Interval.ENTIRE);
    }
}
