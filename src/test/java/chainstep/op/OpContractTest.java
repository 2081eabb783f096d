package chainstep.op;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every operation promises: all its faces agree with its nests, and its derivatives with finite differences. */
class OpContractTest {
    static Stream<OpCase> cases() {
        return Ops.all().stream().flatMap(op -> OpCase.of(op).stream());
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
        assertThat(cases()).hasSizeGreaterThan(350);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void loops_at_speed_compute_what_the_nests_say(OpCase given) {
        double[] reference =
                unboxed(Bench.interpret(given.op(), given.shapes(), given.values(), new DoubleArithmetic()));
        double[] fast = Bench.evaluate(new Slow(given.op()), given.shapes(), given.values());
        Near.assertClose(fast, reference, 1e-13);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_fast_path_computes_what_the_nests_say(OpCase given) {
        double[] reference =
                unboxed(Bench.interpret(given.op(), given.shapes(), given.values(), new DoubleArithmetic()));
        Near.assertClose(Bench.evaluate(given.op(), given.shapes(), given.values()), reference, 1e-13);
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
    void float32_is_near_float64(OpCase given) {
        List<Float> rounded = Bench.interpret(given.op(), given.shapes(), given.values(), new FloatArithmetic());
        double[] reference =
                unboxed(Bench.interpret(given.op(), given.shapes(), given.values(), new DoubleArithmetic()));
        Near.assertClose(rounded.stream().mapToDouble(Float::doubleValue).toArray(), reference, 2e-5);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_fraction_is_near_float64_where_there_is_one(OpCase given) {
        List<Rational> exact = new ArrayList<>();
        try {
            exact = Bench.interpret(given.op(), given.shapes(), given.values(), new RationalArithmetic());
        } catch (Inexact irrational) {
            assertThat(irrational).hasMessageContaining("fraction");
        }
        double[] reference =
                unboxed(Bench.interpret(given.op(), given.shapes(), given.values(), new DoubleArithmetic()));
        if (!exact.isEmpty()) {
            Near.assertClose(exact.stream().mapToDouble(Rational::doubleValue).toArray(), reference, 1e-13);
        }
    }

    @Test
    void sums_products_and_maxima_are_rational() {
        long rational = cases().filter(OpContractTest::isRational).count();
        assertThat(rational).isGreaterThan(200);
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
