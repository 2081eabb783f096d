package chainstep.grad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chainstep.graph.Fixed;
import chainstep.graph.Leaf;
import chainstep.graph.Op;
import chainstep.graph.Origin;
import chainstep.graph.Program;
import chainstep.graph.ProgramBuilder;
import chainstep.math.Rational;
import chainstep.math.Shape;
import chainstep.math.Tensor;
import chainstep.op.Add;
import chainstep.op.Axes;
import chainstep.op.Divide;
import chainstep.op.Exp;
import chainstep.op.Log;
import chainstep.op.MatMul;
import chainstep.op.Maximum;
import chainstep.op.Mean;
import chainstep.op.Multiply;
import chainstep.op.Outer;
import chainstep.op.Power;
import chainstep.op.Relu;
import chainstep.op.Sigmoid;
import chainstep.op.Softplus;
import chainstep.op.Sqrt;
import chainstep.op.Subtract;
import chainstep.op.Sum;
import chainstep.op.Tanh;
import chainstep.rewrite.Edit;
import chainstep.rewrite.Rewrite;
import chainstep.run.Evaluator;
import chainstep.run.Trace;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

/** A gradient is nodes like any others, so it is differentiated again: Hessian times vector against central differences. */
class SecondOrderTest {
    private static final double STEP = 1e-5;
    private static final Tensor MATRIX = Tensor.of(Shape.of(2, 3), 0.3, -0.8, 1.1, 0.7, 0.4, -0.2);
    private static final Tensor ALONG = Tensor.of(Shape.of(2, 3), 1, -2, 0.5, 0.25, 3, -1);

    private final ProgramBuilder builder = new ProgramBuilder();
    private final int x = leaf(MATRIX);
    private final int along = leaf(ALONG);

    private int leaf(Tensor value) {
        return builder.leaf(Leaf.Kind.CONST, Fixed.of(value));
    }

    private int apply(Op op, Integer... inputs) {
        return builder.apply(op, inputs);
    }

    private int square(int of) {
        return apply(new Power(Rational.of(2)), of);
    }

    private int gradient(int of, int wrt) {
        Gradient.append(builder, of, List.of(wrt));
        return builder.gradient(of, wrt).orElseThrow();
    }

    /** v·∂f/∂x for the direction v. */
    private int slope(int f, int by, int direction) {
        return apply(Sum.ALL, apply(new Multiply(), gradient(f, by), direction));
    }

    private static Trace run(Program program) {
        Evaluator evaluator = new Evaluator(program);
        return evaluator.run(evaluator.start());
    }

    private static Tensor shifted(Tensor at, int element, double by) {
        return at.with(element, at.get(element) + by);
    }

    /** The gradient of node {@code of} by x is what central differences of its value say. */
    private void agrees(int of, double tolerance) {
        int byX = gradient(of, x);
        Program program = builder.build();
        Trace trace = run(program);
        for (int i = 0; i < MATRIX.size(); i++) {
            double above = at(program, of, shifted(MATRIX, i, STEP));
            double below = at(program, of, shifted(MATRIX, i, -STEP));
            assertThat(trace.get(byX, i))
                    .as("element %d", i)
                    .isEqualTo((above - below) / (2 * STEP), within(tolerance));
        }
    }

    private double at(Program program, int of, Tensor value) {
        return run(Rewrite.apply(program, new Edit.Override(x, value)))
                .value(of)
                .item();
    }

    private void hessianAgrees(IntUnaryOperator function) {
        agrees(slope(function.applyAsInt(x), x, along), 2e-8);
    }

    @Test
    void of_powers_products_and_quotients() {
        hessianAgrees(m -> {
            int quotient = apply(new Divide(), m, apply(new Add(), square(m), builder.literal(Rational.ONE)));
            return apply(Sum.ALL, apply(new Multiply(), quotient, m));
        });
    }

    @Test
    void of_matrix_products() {
        hessianAgrees(m -> {
            int gram = apply(new MatMul(false, true), m, m);
            int again = apply(MatMul.PLAIN, gram, m);
            return apply(Sum.ALL, square(again));
        });
    }

    @Test
    void of_products_with_vectors_and_outer_products() {
        hessianAgrees(m -> {
            int product = apply(MatMul.PLAIN, m, leaf(Tensor.vector(0.2, -0.4, 0.9)));
            int back = apply(new MatMul(true, false), m, apply(new Tanh(), product));
            return apply(Sum.ALL, square(apply(new Outer(), product, back)));
        });
    }

    @Test
    void of_a_sigmoid_network() {
        hessianAgrees(m -> {
            int inputs = leaf(Tensor.of(Shape.of(3, 4), 0.1, 0.9, -0.3, 0.5, 0.2, 0.8, 1.2, -1, 0, 0.4, -0.6, 0.7));
            int h = apply(new Sigmoid(), apply(new Add(), apply(MatMul.PLAIN, m, inputs), leaf(Tensor.scalar(0.1))));
            int o = apply(new Sigmoid(), apply(MatMul.PLAIN, leaf(Tensor.vector(1.5, -0.7)), h));
            return apply(Sum.ALL, square(apply(new Subtract(), o, leaf(Tensor.vector(1, 0, 1, 0)))));
        });
    }

    @Test
    void of_functions_of_one_number() {
        hessianAgrees(m -> {
            int positive = apply(new Add(), apply(new Softplus(), m), apply(new Exp(), m));
            return apply(Sum.ALL, apply(new Multiply(), apply(new Log(), positive), apply(new Sqrt(), positive)));
        });
    }

    @Test
    void of_broadcasts_and_means() {
        hessianAgrees(m -> {
            int row = apply(new Mean(Axes.along(0, true)), m);
            int centred = apply(new Subtract(), m, row);
            int spread = apply(new Mean(Axes.along(1, true)), square(centred));
            int scaled = apply(new Divide(), centred, apply(new Sqrt(), spread));
            return apply(Sum.ALL, apply(new Multiply(), scaled, apply(new Tanh(), m)));
        });
    }

    @Test
    void of_branches_away_from_their_kinks() {
        hessianAgrees(m -> {
            int cube = apply(new Power(Rational.of(3)), apply(new Relu(), m));
            return apply(Sum.ALL, apply(new Maximum(), cube, square(m)));
        });
    }

    @Test
    void the_third_derivative_of_a_power_is_exact() {
        int w = leaf(Tensor.scalar(1.5));
        int first = gradient(apply(new Power(Rational.of(4)), w), w);
        int second = gradient(first, w);
        int third = gradient(second, w);
        Trace trace = run(builder.build());
        assertThat(trace.value(first).item()).isEqualTo(4 * 1.5 * 1.5 * 1.5);
        assertThat(trace.value(second).item()).isEqualTo(12 * 1.5 * 1.5);
        assertThat(trace.value(third).item()).isEqualTo(24 * 1.5);
    }

    @Test
    void the_third_derivative_of_a_sigmoid_follows_its_formula() {
        int w = leaf(Tensor.scalar(0.7));
        int third = gradient(gradient(gradient(apply(new Sigmoid(), w), w), w), w);
        double s = 1 / (1 + Math.exp(-0.7));
        double expected = s * (1 - s) * (1 - 6 * s + 6 * s * s);
        assertThat(run(builder.build()).value(third).item()).isEqualTo(expected, within(1e-15));
    }

    @Test
    void the_hessian_is_symmetric() {
        int other = leaf(Tensor.of(Shape.of(2, 3), 0.5, 0.5, -1, 2, 0, 1));
        int gram = apply(new MatMul(false, true), x, x);
        int f = apply(Sum.ALL, apply(new Sigmoid(), gram));
        int one = slope(slope(f, x, along), x, other);
        int two = slope(slope(f, x, other), x, along);
        Trace trace = run(builder.build());
        assertThat(trace.value(one).item()).isNotZero();
        assertThat(trace.value(one).item()).isEqualTo(trace.value(two).item(), within(1e-14));
    }

    @Test
    void through_a_step_of_gradient_descent() {
        int f = apply(Sum.ALL, apply(new Sigmoid(), apply(new MatMul(false, true), x, x)));
        int rate = builder.literal(Rational.of(1, 10));
        int moved = apply(new Subtract(), x, apply(new Multiply(), rate, gradient(f, x)));
        agrees(apply(Sum.ALL, apply(new Sigmoid(), apply(new MatMul(false, true), moved, moved))), 1e-8);
    }

    @Test
    void through_a_step_of_every_optimiser() {
        for (OptimizerKind kind : OptimizerKind.values()) {
            throughAStepOf(kind);
        }
    }

    /** ∂f(w′)/∂w, where w′ is the new w, against central differences in w. */
    private static void throughAStepOf(OptimizerKind kind) {
        ProgramBuilder builder = new ProgramBuilder();
        int w = builder.leaf(Leaf.Kind.PARAM, Fixed.of(Tensor.scalar(0.8)));
        int f = builder.apply(new Power(Rational.of(4)), w);
        Schedule rate = new Schedule.Constant(Rational.of(1, 10));
        Minimise.append(builder, Origin.NONE, f, List.of(), List.of(w), Settings.of(kind.make(rate, Map.of())));
        int moved = Updates.part(builder.build(), w, "new").orElseThrow();
        int after = builder.apply(new Power(Rational.of(4)), moved);
        Gradient.append(builder, after, List.of(w));
        int slope = builder.gradient(after, w).orElseThrow();
        Program program = builder.build();
        Evaluator evaluator = new Evaluator(program);
        double[] values = new double[2];
        for (int side = 0; side < 2; side++) {
            Tensor value = Tensor.scalar(0.8 + (side == 0 ? STEP : -STEP));
            values[side] = evaluator
                    .run(evaluator.with(evaluator.start(), w, value))
                    .value(after)
                    .item();
        }
        assertThat(run(program).value(slope).item())
                .as(kind.word())
                .isEqualTo((values[0] - values[1]) / (2 * STEP), within(1e-8));
    }
}
