package chainstep.op;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.grad.Gradient;
import chainstep.graph.Adjoint;
import chainstep.graph.Fixed;
import chainstep.graph.Leaf;
import chainstep.graph.ProgramBuilder;
import chainstep.graph.Pullback;
import chainstep.graph.Role;
import chainstep.math.DoubleArithmetic;
import chainstep.math.Interval;
import chainstep.math.Rational;
import chainstep.math.RationalArithmetic;
import chainstep.math.Shape;
import chainstep.math.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The part of {@link OpContractTest} about derivatives: finite differences, closed forms against the nests, and both once more. */
abstract class OpDerivatives {
    private static final double STEP = 0x1.0p-17;

    static Stream<OpCase> cases() {
        return Ops.all().stream().flatMap(op -> OpCase.of(op).stream());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void each_pullback_agrees_with_central_differences(OpCase given) {
        double[] weights = given.weights(given.shape(), 7);
        for (int operand = 0; operand < given.shapes().size(); operand++) {
            if (!given.whole().contains(operand)) {
                Pullback pullback = given.op().pullbackOf(operand, given.shapes());
                double[] gradient = pulled(given, pullback, weights);
                Near.assertClose(gradient, differences(given, operand, weights), 1e-6, noise(given, weights));
            }
        }
    }

    /** What rounding of the two sums may make of their difference. */
    private static double noise(OpCase given, double[] weights) {
        double rounding = 0;
        List<Interval> values = Bench.interpret(given.op(), given.shapes(), given.values(), Rounded.FLOAT64);
        for (int i = 0; i < weights.length; i++) {
            Interval value = values.get(i);
            double largest = Math.max(Math.abs(value.lo()), Math.abs(value.hi()));
            rounding += Math.abs(weights[i]) * (value.width() + weights.length * 0x1p-53 * largest);
        }
        return rounding / STEP;
    }

    private static double[] differences(OpCase given, int operand, double[] weights) {
        Bench bench = Bench.of(given.op(), given.shapes());
        double[] differences = new double[given.shapes().get(operand).size()];
        for (int i = 0; i < differences.length; i++) {
            double up = dot(weights, bench.run(moved(given.values(), operand, i, STEP)));
            double down = dot(weights, bench.run(moved(given.values(), operand, i, -STEP)));
            differences[i] = (up - down) / (2 * STEP);
        }
        return differences;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_closed_pullback_is_the_adjoint_of_the_nests(OpCase given) {
        double[] weights = given.weights(given.shape(), 8);
        for (int operand = 0; operand < given.shapes().size(); operand++) {
            if (given.op().pullback(operand, given.shapes()).isPresent()) {
                Pullback closed = given.op().pullback(operand, given.shapes()).get();
                Pullback made = Adjoint.of(given.op(), operand, given.shapes());
                assertThat(closed.op().shape(shapes(given, closed)))
                        .isEqualTo(given.shapes().get(operand));
                double rounding = rounding(given, closed, weights) + rounding(given, made, weights);
                Near.assertClose(pulled(given, closed, weights), pulled(given, made, weights), 1e-12, rounding);
                assertSameFractions(given, closed, made, weights);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void an_adjoint_at_speed_computes_what_its_nests_say(OpCase given) {
        double[] weights = given.weights(given.shape(), 8);
        for (int operand = 0; operand < given.shapes().size(); operand++) {
            if (!given.whole().contains(operand)) {
                Pullback made = Adjoint.of(given.op(), operand, given.shapes());
                double[] reference = Bench.interpret(
                                made.op(), shapes(given, made), values(given, made, weights), new DoubleArithmetic())
                        .stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray();
                Near.assertClose(pulled(given, made, weights), reference, 1e-13, rounding(given, made, weights));
            }
        }
    }

    private static double rounding(OpCase given, Pullback pullback, double[] upstream) {
        return OpCase.rounding(
                pullback.op(), shapes(given, pullback), values(given, pullback, upstream), Rounded.FLOAT64);
    }

    private static void assertSameFractions(OpCase given, Pullback closed, Pullback made, double[] weights) {
        if (OpContractTest.isRational(given)) {
            RationalArithmetic fractions = new RationalArithmetic();
            List<Rational> a =
                    Bench.interpret(closed.op(), shapes(given, closed), values(given, closed, weights), fractions);
            List<Rational> b = Bench.interpret(made.op(), shapes(given, made), values(given, made, weights), fractions);
            assertThat(a).isEqualTo(b);
        }
    }

    @Test
    void many_operations_have_a_closed_pullback() {
        assertThat(cases().filter(given -> !given.shapes().isEmpty()
                        && given.op().pullback(0, given.shapes()).isPresent()))
                .hasSizeGreaterThan(40);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void the_gradient_of_a_gradient_agrees_with_differences_of_the_gradient(OpCase given) {
        for (int operand = 0; operand < given.shapes().size(); operand++) {
            if (!given.whole().contains(operand)) {
                new Second(given, operand).check();
            }
        }
    }

    /** N = Σ v ⊙ ∂(Σ u ⊙ op(x))/∂x of one operand, differentiated again by every operand. */
    private static final class Second {
        private final OpCase given;
        private final int operand;
        private final List<Integer> leaves;
        private final ProgramBuilder program = new ProgramBuilder();
        private int squared = -1;

        Second(OpCase given, int operand) {
            this.given = given;
            this.operand = operand;
            this.leaves = Bench.leaves(program, given.shapes());
            int first = weighed(program.add(given.op(), leaves, Role.VALUE), 9);
            Gradient.append(program, first, List.of(leaves.get(operand)));
            OptionalInt gradient = program.gradient(first, leaves.get(operand));
            if (gradient.isPresent()) {
                squared = weighed(gradient.getAsInt(), 10);
                Gradient.append(program, squared, leaves);
            }
        }

        private int weighed(int node, int seed) {
            Shape shape = program.node(node).shape();
            Tensor weights = Tensor.of(shape, given.weights(shape, seed));
            int product = program.apply(new Multiply(), program.leaf(Leaf.Kind.CONST, Fixed.of(weights)), node);
            return program.apply(Sum.ALL, product);
        }

        void check() {
            assertThat(squared).isPositive();
            Bench bench = new Bench(program, leaves);
            for (int k = 0; k < leaves.size(); k++) {
                if (!given.whole().contains(k)) {
                    OptionalInt id = program.gradient(squared, leaves.get(k));
                    double[] zero = new double[given.shapes().get(k).size()];
                    double[] gradient = id.isPresent() ? bench.run(given.values(), id.getAsInt()) : zero;
                    Near.assertClose(gradient, differences(bench, k, zero.length), 1e-6, noise());
                }
            }
        }

        /** As of a single difference, of the sum that N is. */
        private double noise() {
            double[] upstream = given.weights(given.shape(), 9);
            Pullback pullback = given.op().pullbackOf(operand, given.shapes());
            double[] gradient = pulled(given, pullback, upstream);
            double each = rounding(given, pullback, upstream);
            double rounding = 0;
            for (double value : gradient) {
                rounding += each + gradient.length * 0x1p-53 * Math.abs(value);
            }
            return rounding / STEP;
        }

        private double[] differences(Bench bench, int operand, int size) {
            double[] differences = new double[size];
            for (int i = 0; i < size; i++) {
                double up = bench.run(moved(given.values(), operand, i, STEP), squared)[0];
                double down = bench.run(moved(given.values(), operand, i, -STEP), squared)[0];
                differences[i] = (up - down) / (2 * STEP);
            }
            return differences;
        }
    }

    private static double[] pulled(OpCase given, Pullback pullback, double[] upstream) {
        return Bench.evaluate(pullback.op(), shapes(given, pullback), values(given, pullback, upstream));
    }

    static List<Shape> shapes(OpCase given, Pullback pullback) {
        return pullback.operands().stream()
                .map(operand -> operand instanceof Pullback.Operand.Input input
                        ? given.shapes().get(input.index())
                        : given.shape())
                .toList();
    }

    static List<double[]> values(OpCase given, Pullback pullback, double[] upstream) {
        return pullback.operands().stream()
                .map(operand -> {
                    if (operand instanceof Pullback.Operand.Input input) {
                        return given.values().get(input.index());
                    }
                    return operand instanceof Pullback.Operand.Upstream
                            ? upstream
                            : Bench.evaluate(given.op(), given.shapes(), given.values());
                })
                .toList();
    }

    private static List<double[]> moved(List<double[]> values, int operand, int element, double by) {
        List<double[]> moved = new ArrayList<>(values);
        double[] changed = values.get(operand).clone();
        changed[element] += by;
        moved.set(operand, changed);
        return moved;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
