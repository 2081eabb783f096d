package chainstep.run;

import chainstep.data.Batches;
import chainstep.data.Lcg;
import chainstep.data.Rows;
import chainstep.grad.Minimise;
import chainstep.grad.OptimizerKind;
import chainstep.grad.Schedule;
import chainstep.grad.Settings;
import chainstep.graph.Fixed;
import chainstep.graph.Leaf;
import chainstep.graph.Op;
import chainstep.graph.Origin;
import chainstep.graph.Program;
import chainstep.graph.ProgramBuilder;
import chainstep.graph.Supply;
import chainstep.math.Rational;
import chainstep.math.Shape;
import chainstep.math.Tensor;
import chainstep.op.Add;
import chainstep.op.MatMul;
import chainstep.op.Multiply;
import chainstep.op.Power;
import chainstep.op.Subtract;
import chainstep.op.Sum;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Dense layers on rows of a batch, z = X·Wᵀ + b, one activation everywhere, mean over the rows of ½·Σ(o − t)². */
final class DenseNet {
    private static final MatMul BY_TRANSPOSED = new MatMul(false, true);

    private final ProgramBuilder builder = new ProgramBuilder();
    private final List<Integer> parameters = new ArrayList<>();
    private final Op activation;
    private int last;
    private int loss;

    private DenseNet(Op activation) {
        this.activation = activation;
    }

    /** The rows of iteration k's batch. */
    private record Batch(Rows rows, Batches batches, Shape shape) implements Supply {
        static Batch of(Rows rows, int size) {
            return new Batch(rows, new Batches(rows.count(), size, false, 0), Shape.of(rows.batchShape(size)));
        }

        @Override
        public void fill(long iteration, double[] into) {
            double[] values = rows.values(batches.rows(iteration));
            System.arraycopy(values, 0, into, 0, into.length);
        }

        @Override
        public boolean varies() {
            return true;
        }
    }

    /** First values, a layer's W before its b: {@code sizes[l+1]×sizes[l]} numbers and {@code sizes[l+1]}. */
    static List<Tensor> drawn(int[] sizes, long seed, double spread, boolean drawBiases) {
        Lcg lcg = new Lcg(seed);
        List<Tensor> values = new ArrayList<>();
        for (int layer = 1; layer < sizes.length; layer++) {
            values.add(drawn(lcg, Shape.of(sizes[layer], sizes[layer - 1]), spread));
            Shape bias = Shape.of(sizes[layer]);
            values.add(drawBiases ? drawn(lcg, bias, spread) : Tensor.full(bias, 0.1));
        }
        return values;
    }

    private static Tensor drawn(Lcg lcg, Shape shape, double spread) {
        double[] values = new double[shape.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = spread * (lcg.next() - 0.5);
        }
        return Tensor.of(shape, values);
    }

    /** Mean loss over {@code size} rows at a time; {@code first} holds W₁, b₁, W₂, … */
    static DenseNet of(Op activation, Rows x, Rows t, int size, List<Tensor> first) {
        DenseNet net = new DenseNet(activation);
        net.last = net.builder.leaf(Leaf.Kind.INPUT, Batch.of(x, size));
        int target = net.builder.leaf(Leaf.Kind.TARGET, Batch.of(t, size));
        for (int k = 0; k < first.size(); k += 2) {
            net.layer(first.get(k), first.get(k + 1));
        }
        int error = net.builder.apply(new Subtract(), net.last, target);
        int sum = net.builder.apply(Sum.ALL, net.builder.apply(new Power(Rational.of(2)), error));
        net.loss = net.builder.apply(new Multiply(), net.builder.literal(Rational.of(1, 2L * size)), sum);
        return net;
    }

    private void layer(Tensor weights, Tensor bias) {
        int w = builder.leaf(Leaf.Kind.PARAM, Fixed.of(weights));
        int b = builder.leaf(Leaf.Kind.PARAM, Fixed.of(bias));
        parameters.addAll(List.of(w, b));
        int z = builder.apply(new Add(), builder.apply(BY_TRANSPOSED, last, w), b);
        last = builder.apply(activation, z);
    }

    /** The parameters after {@code updates} updates by gradient descent. */
    List<Tensor> trained(Rational rate, int updates) {
        Settings settings = Settings.of(OptimizerKind.SGD.make(new Schedule.Constant(rate), Map.of()));
        Minimise.append(builder, Origin.NONE, loss, List.of(), parameters, settings);
        Evaluator evaluator = new Evaluator(builder.build());
        Trace trace = evaluator.run(evaluator.start());
        while (trace.iteration() < updates) {
            evaluator.advance(trace);
        }
        return parameters.stream().map(trace::value).toList();
    }

    /** The loss with the first parameters on the first batch. */
    double loss() {
        Program program = builder.build();
        Evaluator evaluator = new Evaluator(program);
        return evaluator.run(evaluator.start()).value(loss).item();
    }

    /** The sum of all gradients with the first parameters on the first batch. */
    double gradientSum() {
        Minimise.append(builder, Origin.NONE, loss, List.of(), parameters, Settings.NONE);
        Program program = builder.build();
        Evaluator evaluator = new Evaluator(program);
        Trace trace = evaluator.run(evaluator.start());
        double sum = 0;
        for (int parameter : parameters) {
            Tensor gradient = trace.value(program.gradient(loss, parameter).orElseThrow());
            for (int i = 0; i < gradient.size(); i++) {
                sum += gradient.get(i);
            }
        }
        return sum;
    }
}
