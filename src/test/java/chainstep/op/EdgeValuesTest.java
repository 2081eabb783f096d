package chainstep.op;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.graph.Op;
import chainstep.graph.Pullback;
import chainstep.math.DoubleArithmetic;
import chainstep.math.FloatArithmetic;
import chainstep.math.Interval;
import chainstep.math.IntervalArithmetic;
import chainstep.math.Rational;
import chainstep.math.RationalArithmetic;
import chainstep.math.Shape;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Values and slopes where arithmetic ends: zeros of both signs, infinities, the largest and the smallest numbers. */
class EdgeValuesTest {
    private static final double INF = Double.POSITIVE_INFINITY;
    private static final double[] FINITE = {
        0.0, -0.0, 1, -1, 1e155, -1e155, 1e308, -1e308, Double.MAX_VALUE, 5e-324, -5e-324, 1e-310, 1e-170, 0.5, 50, -50
    };

    private static List<Shape> numbers(int count) {
        return Collections.nCopies(count, Shape.SCALAR);
    }

    private static List<double[]> each(double... values) {
        return Arrays.stream(values).mapToObj(value -> new double[] {value}).toList();
    }

    private static double value(Op op, double... at) {
        return Bench.evaluate(op, numbers(at.length), each(at))[0];
    }

    private static double[] read(Pullback pullback, Op op, double... at) {
        return pullback.operands().stream()
                .mapToDouble(operand -> operand instanceof Pullback.Operand.Input input
                        ? at[input.index()]
                        : operand instanceof Pullback.Operand.Upstream ? 1 : value(op, at))
                .toArray();
    }

    private static double slope(Op op, int by, double... at) {
        Pullback pullback = op.pullbackOf(by, numbers(at.length));
        return value(pullback.op(), read(pullback, op, at));
    }

    /** Equal but for the sign of a zero; a NaN is a NaN. */
    private static void assertSame(double actual, double expected) {
        assertThat(actual + 0.0).isEqualTo(Double.valueOf(expected));
    }

    private static int arity(Op op) {
        return op instanceof Elementwise elementwise ? elementwise.arity() : op instanceof Loss ? 2 : 0;
    }

    static Stream<Op> ofNumbers() {
        return Ops.all().stream().filter(op -> arity(op) == 1 || arity(op) == 2);
    }

    private static Stream<double[]> points(Op op) {
        Stream<double[]> one = Arrays.stream(FINITE).mapToObj(x -> new double[] {x});
        return arity(op) == 1
                ? one
                : Arrays.stream(FINITE)
                        .boxed()
                        .flatMap(x -> Arrays.stream(FINITE).mapToObj(y -> new double[] {x, y}));
    }

    /** Where an operation, or a slope of it, is no number by its meaning. */
    private static Predicate<double[]> outside(Op op) {
        return switch (op.name()) {
            case "log", "sqrt", "power" -> at -> at[0] < 0;

            case "divide" -> at -> at[0] == 0 && at[1] == 0;
            case "bce" -> at -> at[0] < 0 || at[0] > 1 || at[1] < 0 || at[1] > 1;
            default -> at -> false;
        };
    }

    @Test
    void there_are_many_operations_of_numbers() {
        assertThat(ofNumbers()).hasSizeGreaterThan(50);
    }

    @ParameterizedTest
    @MethodSource("ofNumbers")
    void finite_numbers_have_values_and_slopes(Op op) {
        Predicate<double[]> outside = outside(op);
        points(op).filter(outside.negate()).forEach(at -> {
            assertThat(value(op, at)).as("%s of %s", op, Arrays.toString(at)).isNotNaN();
            for (int by = 0; by < at.length; by++) {
                assertThat(slope(op, by, at))
                        .as("%s of %s by operand %d", op, Arrays.toString(at), by)
                        .isNotNaN();
            }
        });
    }

    @ParameterizedTest
    @MethodSource("ofNumbers")
    void the_interpreter_and_the_loops_agree_to_the_sign_of_zero(Op op) {
        points(op).forEach(at -> {
            double interpreted = Bench.interpret(op, numbers(at.length), each(at), new DoubleArithmetic())
                    .get(0);
            assertThat(Double.compare(interpreted, value(op, at)))
                    .as("%s of %s: %s", op, Arrays.toString(at), interpreted)
                    .isZero();
        });
    }

    @ParameterizedTest
    @MethodSource("ofNumbers")
    void a_nan_passes_unless_something_is_asked_of_it(Op op) {
        boolean asks = op instanceof Compare || op instanceof And || op instanceof Or || op instanceof Not;
        if (!asks && !(op instanceof IsFinite)) {
            for (int k = 0; k < arity(op); k++) {
                double[] at = DoubleStream.generate(() -> 0.5).limit(arity(op)).toArray();
                at[k] = Double.NaN;
                assertThat(value(op, at))
                        .as("%s of %s", op, Arrays.toString(at))
                        .isNaN();
            }
        }
    }

    @Test
    void a_slope_of_zero_lets_a_nan_pass() {
        assertThat(value(new LeakyRelu(Rational.ZERO), Double.NaN)).isNaN();
        assertThat(value(new Elu(Rational.ZERO), Double.NaN)).isNaN();
        assertThat(value(new LeakyRelu(Rational.ZERO), -INF)).isZero();
        assertThat(value(new LeakyRelu(Rational.ZERO), 2)).isEqualTo(2);
        assertThat(value(new Elu(Rational.ZERO), -2)).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, 0, -1, 0",
        "0, 0, 0, 1, 0",
        "0, 1, Infinity, -Infinity, Infinity",
        "1, 0, Infinity, Infinity, -Infinity",
        "0.5, 0, 0.6931471805599453, 2, 0",
        "0, 0.5, Infinity, -Infinity, Infinity",
        "5e-324, 0, 0, 1, 0",
        "1.5, 1, NaN, -0.6666666666666666, NaN"
    })
    void a_certain_probability_loses_nothing_or_everything(double p, double t, double loss, double byP, double byT) {
        for (Reduction reduction : Reduction.values()) {
            Bce bce = new Bce(reduction);
            assertSame(value(bce, p, t), loss);
            assertSame(slope(bce, 0, p, t), byP);
            assertSame(slope(bce, 1, p, t), byT);
        }
    }

    @Test
    void the_cross_entropy_of_a_class_ruled_out_is_that_of_the_rest() {
        List<Shape> rows = List.of(Shape.of(3), Shape.of(3));
        List<double[]> oneHot = List.of(new double[] {0, -INF, 0}, new double[] {1, 0, 0});
        List<Shape> numbered = List.of(Shape.of(3), Shape.SCALAR);
        CrossEntropy loss = new CrossEntropy(Reduction.SUM);
        double ln2 = StrictMath.log(2);
        assertThat(Bench.evaluate(loss, rows, oneHot)).containsExactly(ln2);
        assertThat(Bench.evaluate(loss, numbered, List.of(oneHot.get(0), new double[] {0})))
                .containsExactly(ln2);
        assertThat(Bench.evaluate(loss, numbered, List.of(oneHot.get(0), new double[] {1})))
                .containsExactly(INF);
        assertThat(Bench.evaluate(loss, rows, List.of(new double[] {0, Double.NaN, 0}, oneHot.get(1)))[0])
                .isNaN();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 2, 0, 0",
        "0, 1, 1, 0",
        "0, 0, 0, 0",
        "0, 0.5, Infinity, 0",
        "0, -1, -Infinity, -Infinity",
        "-0.0, 2, 0, 0",
        "5e-324, 0, 0, -744.4400719213812",
        "2, 0, 0, 0.6931471805599453",
        "2, 3, 12, 5.545177444479562",
        "Infinity, -1, 0, 0",
        "1, 1e308, 1e308, 0",
        "-2, 3, 12, NaN"
    })
    void the_slopes_of_a_power_are_limits(double base, double exponent, double byBase, double byExponent) {
        assertSame(slope(new RaiseTo(), 0, base, exponent), byBase);
        assertSame(slope(new RaiseTo(), 1, base, exponent), byExponent);
    }

    @Test
    void a_power_of_zero_has_slopes_in_every_arithmetic() {
        for (double exponent : new double[] {0, 1, 2}) {
            for (int by = 0; by < 2; by++) {
                Pullback pullback = new RaiseTo().pullbackOf(by, numbers(2));
                double[] read = read(pullback, new RaiseTo(), 0, exponent);
                double slope = value(pullback.op(), read);
                List<Shape> shapes = numbers(read.length);
                assertThat(Bench.interpret(pullback.op(), shapes, each(read), new RationalArithmetic()))
                        .containsExactly(Rational.of(slope));
                assertThat(Bench.interpret(pullback.op(), shapes, each(read), new FloatArithmetic()))
                        .containsExactly((float) slope);
                List<Interval> around = Bench.interpret(pullback.op(), shapes, each(read), new IntervalArithmetic());
                assertThat(around.get(0).contains(slope)).isTrue();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1e155, 1", "-1e155, 0", "1e308, 1", "-1e308, 0", "50, 1", "-50, 0", "0, 0.5", "-0.0, 0.5"})
    void gelu_levels_off_however_far_one_goes(double x, double slope) {
        assertSame(slope(new Gelu(true), 0, x), slope);
        assertSame(slope(new Gelu(false), 0, x), slope);
    }

    @ParameterizedTest
    @CsvSource({"1e155, 1e155, -1e-155", "1e-170, 1e-170, -1e170", "1e308, 1e308, -1e-308", "6, 2, -1.5", "0, 1e-200, 0"
    })
    void the_slope_of_a_quotient_does_not_overflow_before_it_must(double a, double b, double byB) {
        assertSame(slope(new Divide(), 1, a, b), byB);
    }
}
