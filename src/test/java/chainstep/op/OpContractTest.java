package chainstep.op;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.graph.Adjoint;
import chainstep.graph.FastPath;
import chainstep.graph.Nests;
import chainstep.graph.Op;
import chainstep.math.DoubleArithmetic;
import chainstep.math.FloatArithmetic;
import chainstep.math.Inexact;
import chainstep.math.Interval;
import chainstep.math.IntervalArithmetic;
import chainstep.math.Rational;
import chainstep.math.RationalArithmetic;
import chainstep.math.Shape;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every operation promises: all its faces agree with its nests, and its derivatives with finite differences. */
class OpContractTest extends OpDerivatives {
    static Stream<Op> operations() {
        return Ops.all().stream();
    }

    @Test
    void the_list_has_every_operation_of_the_package() {
        Set<String> listed = new TreeSet<>();
        Ops.all().forEach(op -> listed.add(op.getClass().getName()));
        Set<String> present = OpClasses.names();
        assertThat(present).hasSizeGreaterThan(60);
        assertThat(listed).isEqualTo(present);
    }

    @Test
    void there_are_many_cases() {
        assertThat(cases()).hasSizeGreaterThan(1100);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void loops_at_speed_compute_what_the_nests_say(OpCase given) {
        double[] reference =
                unboxed(Bench.interpret(given.op(), given.shapes(), given.values(), new DoubleArithmetic()));
        double[] fast = Bench.evaluate(new Slow(given.op()), given.shapes(), given.values());
        Near.assertClose(fast, reference, 1e-13, given.rounding(Rounded.FLOAT64));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_fast_path_computes_what_the_nests_say(OpCase given) {
        double[] reference =
                unboxed(Bench.interpret(given.op(), given.shapes(), given.values(), new DoubleArithmetic()));
        double[] fast = Bench.evaluate(given.op(), given.shapes(), given.values());
        Near.assertClose(fast, reference, 1e-13, given.rounding(Rounded.FLOAT64));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void the_interval_contains_the_value(OpCase given) {
        List<Double> values = Bench.interpret(given.op(), given.shapes(), given.values(), new DoubleArithmetic());
        List<Interval> intervals =
                Bench.interpret(given.op(), given.shapes(), given.values(), new IntervalArithmetic());
        for (int i = 0; i < values.size(); i++) {
            assertThat(intervals.get(i).contains(values.get(i)))
                    .as("%s in %s", values.get(i), intervals.get(i))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_wide_interval_contains_the_values_inside(OpCase given) {
        Wide wide = new Wide(given);
        wide.assertContains(given.op(), given.shapes(), wide.operands());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_wide_interval_of_a_slope_contains_the_slopes_inside(OpCase given) {
        Wide wide = new Wide(given);
        for (int operand = 0; operand < given.shapes().size(); operand++) {
            if (!given.whole().contains(operand)) {
                wide.assertContains(Adjoint.of(given.op(), operand, given.shapes()));
            }
        }
    }

    @Test
    void most_images_of_wide_intervals_are_bounded() {
        List<Interval> images = cases().flatMap(given -> {
                    Wide wide = new Wide(given);
                    return wide.image(given.op(), given.shapes(), wide.operands()).stream();
                })
                .toList();
        assertThat(images.stream().filter(image -> image.width() < 1000)).hasSizeGreaterThan(images.size() * 9 / 10);
        assertThat(images.stream().filter(image -> image.width() > 0)).hasSizeGreaterThan(images.size() * 7 / 10);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void float32_is_near_float64(OpCase given) {
        List<Float> rounded = Bench.interpret(given.op(), given.shapes(), given.values(), new FloatArithmetic());
        double[] reference =
                unboxed(Bench.interpret(given.op(), given.shapes(), given.values(), new DoubleArithmetic()));
        double[] near = rounded.stream().mapToDouble(Float::doubleValue).toArray();
        Near.assertClose(near, reference, 2e-5, given.rounding(Rounded.FLOAT32));
    }

    /** Declared in {@link Fractions}: an operation that should have fractions fails here by its name. */
    @ParameterizedTest
    @MethodSource("cases")
    void the_fraction_of_a_rational_operation_is_near_float64(OpCase given) {
        if (Fractions.areDeclaredFor(given.op())) {
            double[] exact =
                    Bench.interpret(given.op(), given.shapes(), given.values(), new RationalArithmetic()).stream()
                            .mapToDouble(Rational::doubleValue)
                            .toArray();
            double[] reference =
                    unboxed(Bench.interpret(given.op(), given.shapes(), given.values(), new DoubleArithmetic()));
            Near.assertClose(exact, reference, 1e-13, given.rounding(Rounded.FLOAT64));
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void an_operation_is_rational_or_not_as_declared(Op op) {
        boolean each = OpCase.of(op).stream().allMatch(OpContractTest::isRational);
        assertThat(each).as("every case of %s is a fraction", op).isEqualTo(Fractions.areDeclaredFor(op));
    }

    @Test
    void every_operation_is_declared_rational_or_irrational() {
        Set<String> names = new TreeSet<>();
        Ops.all().forEach(op -> names.add(op.name()));
        assertThat(names).isEqualTo(Fractions.declared());
    }

    static boolean isRational(OpCase given) {
        try {
            Bench.interpret(given.op(), given.shapes(), given.values(), new RationalArithmetic());
            return true;
        } catch (Inexact irrational) {
            return false;
        }
    }

    /** The operation without its fast path. */
    private record Slow(Op of) implements Op {
        @Override
        public String name() {
            return of.name();
        }

        @Override
        public Shape shape(List<Shape> inputs) {
            return of.shape(inputs);
        }

        @Override
        public Nests nests(List<Shape> inputs) {
            return of.nests(inputs);
        }

        @Override
        public Optional<FastPath> fastPath(List<Shape> inputs) {
            return Optional.empty();
        }
    }

    private static double[] unboxed(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
