package chainstep.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chainstep.data.Dataset;
import chainstep.data.Generator;
import chainstep.data.Rows;
import chainstep.grad.Minimise;
import chainstep.grad.OptimizerKind;
import chainstep.grad.Schedule;
import chainstep.grad.Settings;
import chainstep.graph.Fixed;
import chainstep.graph.Leaf;
import chainstep.graph.Origin;
import chainstep.graph.ProgramBuilder;
import chainstep.math.Rational;
import chainstep.math.Shape;
import chainstep.math.Tensor;
import chainstep.op.Add;
import chainstep.op.MatMul;
import chainstep.op.Multiply;
import chainstep.op.Power;
import chainstep.op.Sigmoid;
import chainstep.op.Subtract;
import chainstep.op.Sum;
import chainstep.op.Tanh;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whole trainings reach the numbers that independent programs (numpy, C, PyTorch in float64) reach, to every digit. */
class WorkloadsTest {
    private static final double DIGITS = 5.1e-11;

    private static double circleOrSpiral(Generator generator, long seed, int... sizes) {
        Dataset data = generator.make(500, 0, seed);
        DenseNet net = DenseNet.of(new Tanh(), data.x(), data.t(), 10, DenseNet.drawn(sizes, 3, 1, false));
        List<Tensor> trained = net.trained(Rational.of(3, 100), 1000);
        return DenseNet.of(new Tanh(), data.x(), data.t(), 500, trained).loss();
    }

    @Test
    void a_thousand_updates_on_the_circle() {
        assertThat(circleOrSpiral(Generator.CIRCLE, 1, 2, 4, 2, 1)).isEqualTo(0.3131129021, within(DIGITS));
    }

    @Test
    void a_thousand_updates_on_the_spiral() {
        assertThat(circleOrSpiral(Generator.SPIRAL, 2, 2, 4, 2, 1)).isEqualTo(0.4736840432, within(DIGITS));
        assertThat(circleOrSpiral(Generator.SPIRAL, 2, 2, 8, 8, 1)).isEqualTo(0.4721431641, within(DIGITS));
    }

    @Test
    void all_gradients_of_one_batch_of_the_circle() {
        Dataset data = Generator.CIRCLE.make(500, 0, 1);
        List<Tensor> first = DenseNet.drawn(new int[] {2, 4, 2, 1}, 3, 1, false);
        assertThat(DenseNet.of(new Tanh(), data.x(), data.t(), 10, first).gradientSum())
                .isEqualTo(0.3088043203, within(DIGITS));
    }

    @Test
    void a_thousand_updates_on_xor() {
        Rows x = Rows.of(4, new int[] {2}, new double[] {0, 0, 0, 1, 1, 0, 1, 1}, List.of());
        Rows t = Rows.of(4, new int[] {1}, new double[] {0, 1, 1, 0}, List.of());
        double[] expected = {0.1251107308, 0.1170139596};
        int[] hidden = {2, 4};
        for (int k = 0; k < 2; k++) {
            List<Tensor> first = DenseNet.drawn(new int[] {2, hidden[k], 1}, 7, 2, true);
            List<Tensor> trained = DenseNet.of(new Sigmoid(), x, t, 4, first).trained(Rational.of(1, 2), 1000);
            assertThat(DenseNet.of(new Sigmoid(), x, t, 4, trained).loss()).isEqualTo(expected[k], within(DIGITS));
        }
    }

    @Test
    void ten_thousand_updates_of_mazurs_network() {
        ProgramBuilder builder = new ProgramBuilder();
        int x = builder.leaf(Leaf.Kind.INPUT, Fixed.of(Tensor.vector(0.05, 0.10)));
        int t = builder.leaf(Leaf.Kind.TARGET, Fixed.of(Tensor.vector(0.01, 0.99)));
        int w1 = builder.leaf(Leaf.Kind.PARAM, Fixed.of(Tensor.of(Shape.of(2, 2), 0.15, 0.20, 0.25, 0.30)));
        int b1 = builder.leaf(Leaf.Kind.PARAM, Fixed.of(Tensor.vector(0.35, 0.35)));
        int w2 = builder.leaf(Leaf.Kind.PARAM, Fixed.of(Tensor.of(Shape.of(2, 2), 0.40, 0.45, 0.50, 0.55)));
        int b2 = builder.leaf(Leaf.Kind.PARAM, Fixed.of(Tensor.vector(0.60, 0.60)));
        int h = builder.apply(new Sigmoid(), builder.apply(new Add(), builder.apply(MatMul.PLAIN, w1, x), b1));
        int o = builder.apply(new Sigmoid(), builder.apply(new Add(), builder.apply(MatMul.PLAIN, w2, h), b2));
        int square = builder.apply(new Power(Rational.of(2)), builder.apply(new Subtract(), t, o));
        int half = builder.literal(Rational.of(1, 2));
        int loss = builder.apply(new Multiply(), half, builder.apply(Sum.ALL, square));
        assertThat(lossAfter(builder, loss, 1, w1, w2)).isEqualTo(0.291027774, within(5.1e-10));
        assertThat(lossAfter(builder, loss, 10_000, w1, w2)).isEqualTo(0.0000351018778, within(5.1e-14));
        assertThat(lossAfter(builder, loss, 1, w1, b1, w2, b2)).isEqualTo(0.28047144679143, within(1e-14));
    }

    private static double lossAfter(ProgramBuilder forward, int loss, int updates, Integer... trained) {
        ProgramBuilder builder = new ProgramBuilder(forward.build());
        Settings settings = Settings.of(OptimizerKind.SGD.make(new Schedule.Constant(Rational.of(1, 2)), Map.of()));
        Minimise.append(builder, Origin.NONE, loss, List.of(), List.of(trained), settings);
        Evaluator evaluator = new Evaluator(builder.build());
        Trace trace = evaluator.run(evaluator.start());
        while (trace.iteration() < updates) {
            evaluator.advance(trace);
        }
        return trace.value(loss).item();
    }
}
