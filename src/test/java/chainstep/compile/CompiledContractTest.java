package chainstep.compile;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.graph.Program;
import chainstep.lang.ChainReader;
import chainstep.lang.Model;
import chainstep.lang.Source;
import chainstep.run.Evaluator;
import chainstep.run.RandomNetwork;
import chainstep.run.Snapshot;
import chainstep.run.Trace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every sample that learns, compiled in each way and each precision, agrees with the exact run of it: to 1e-12 of the largest number of
 * each array in float64, to 1e-5 in float32. Where float32 itself, run point by point, is further off than that (differences of numbers
 * that nearly cancel), compiled float32 may be twice as far off.
 */
class CompiledContractTest {
    private static final int ITERATIONS = 3;

    private record Learning(Path file, Model model) {}

    private static List<Learning> samples() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("samples"))) {
            List<Path> whole = files.filter(file -> file.toString().endsWith(".chain"))
                    .filter(file -> !file.toString().contains("broken"))
                    .sorted()
                    .toList();
            List<Learning> learning = new ArrayList<>();
            for (Path file : whole) {
                Model model = ChainReader.read(file);
                if (!model.program().carries().isEmpty()) {
                    learning.add(new Learning(file, model));
                }
            }
            return learning;
        }
    }

    @Test
    void there_are_samples_that_learn() throws IOException {
        assertThat(samples()).hasSizeGreaterThan(60);
    }

    @TestFactory
    Stream<DynamicTest> samples_agree_with_the_exact_run() throws IOException {
        return samples().stream()
                .flatMap(sample -> Arrays.stream(Compiling.values())
                        .filter(way -> way != Compiling.BEST)
                        .map(way -> DynamicTest.dynamicTest(
                                sample.file() + " " + way,
                                () -> agrees(sample.model().program(), way))));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void random_networks_agree_with_the_exact_run(long seed) {
        Source text = Source.of("random network " + seed, RandomNetwork.of(seed));
        Program program = ChainReader.read(text, Path.of("")).program();
        agrees(program, Compiling.ROWS);
        agrees(program, Compiling.LOOPS);
    }

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    @ParameterizedTest
    @MethodSource("batched")
    void batches_agree_with_the_exact_run(String lines) {
        Program program = ChainReader.read(Source.of("batched", lines), Path.of("samples"))
                .program();
        agrees(program, Compiling.ROWS);
        agrees(program, Compiling.LOOPS);
    }

    /** Products large enough for OpenBLAS, turned in every way, and rows that are mostly zeros. */
    @ParameterizedTest
    @MethodSource("large")
    void large_products_agree_with_the_exact_run(String lines) {
        Program program =
                ChainReader.read(Source.of("large", lines), Path.of("samples")).program();
        agrees(program, Compiling.LOOPS);
    }

    static Stream<String> large() {
        String digits =
                "X, t = idx(\"data/digits-200-images-idx3-ubyte.gz\", \"data/digits-200-labels-idx1-ubyte.gz\")\n";
        String train = "\ntrain(epochs=1, batch=25, shuffle=True, seed=2)\n";
        return Stream.of(
                        "W = param(he(784, 33, seed=1))\nV = param(he(33, 10, seed=2))\n"
                                + "minimize(cross_entropy(relu(X @ W) @ V, t), sgd(lr=0.1))",
                        "W = param(he(784, 40, seed=1))\nV = param(he(40, 40, seed=2))\nU = param(he(40, 10, seed=3))\n"
                                + "minimize(cross_entropy(relu(X @ (W @ V)) @ U, t), sgd(lr=0.1))",
                        "W = param(he(33, 784, seed=1))\nV = param(he(10, 33, seed=2))\n"
                                + "minimize(cross_entropy((V @ relu(W @ X.T)).T, t), adam(lr=0.1))",
                        "W = param(he(784, 40, seed=1))\nV = param(he(40, 40, seed=2))\nU = param(he(40, 10, seed=3))\n"
                                + "minimize(cross_entropy(relu(relu(X @ W) @ V) @ U, t), sgd(lr=0.1))",
                        "W = param(he(784, 40, seed=1))\nV = param(he(40, 40, seed=2))\nU = param(he(40, 10, seed=3))\n"
                                + "minimize(cross_entropy(relu(relu(X @ W) @ V.T) @ U, t) + 0.01 * sum(V), sgd(lr=0.1))",
                        "W = param(he(784, 40, seed=1))\nV = param(he(40, 40, seed=2))\nU = param(he(784, 10, seed=3))\n"
                                + "h = tanh(X @ W) @ V\n"
                                + "minimize(cross_entropy(h @ V.T @ h.T @ X @ U * 0.001, t), sgd(lr=0.1))")
                .map(lines -> digits + lines + train);
    }

    @ParameterizedTest
    @MethodSource("large")
    void large_products_give_the_same_bits_each_time(String lines) {
        Program program =
                ChainReader.read(Source.of("large", lines), Path.of("samples")).program();
        for (Precision precision : Precision.values()) {
            Compiled one = Compiled.of(program, List.of(), List.of(), precision);
            Compiled other = Compiled.of(program, List.of(), List.of(), precision);
            one.run(8);
            other.run(5);
            other.run(3);
            for (int k = 0; k < program.carries().size(); k++) {
                assertThat(one.snapshot().values(k))
                        .containsExactly(other.snapshot().values(k));
            }
        }
    }

    static Stream<String> batched() {
        String data = "X, t = data(\"circle\", n=60, seed=1)\ntrain(epochs=3, batch=10, shuffle=True, seed=2)\n";
        String deep = "W = param(normal(2, 3, seed=1))\nb = param([0.1, 0.2, 0.3])\nV = param(normal(3, 1, seed=2))\n";
        return Stream.of(
                        deep + "y = tanh(X @ W + b) @ V\nminimize(mean((y - t)**2), adam(lr=0.1))",
                        deep
                                + "y = V.T @ relu(W.T @ X.T + b.reshape(3, 1))\nminimize(mean((y - t.T)**2), momentum(lr=0.1))",
                        deep + "h = dropout(X @ W, p=0.5, seed=4)\nminimize(mae(h @ V, t), sgd(lr=0.1))",
                        deep + "h = batch_norm(X @ W, b, b)\nminimize(mse(h @ V, t), rmsprop(lr=0.1))",
                        deep
                                + "h = softmax(X @ W + b, axis=1)\nminimize(sum(bce(sigmoid(h @ V), (t + 1) / 2)), sgd(lr=0.1))",
                        deep + "h = max(X @ W, axis=1)\nminimize(sum(h * h), sgd(lr=0.1))",
                        deep + "K = X @ X.T\nminimize(sum((K @ (X @ W))**2) * 0.0001, sgd(lr=0.1))",
                        deep + "h = concat([X, X @ W], axis=1)\nminimize(mean(h**2), sgd(lr=0.1), clip=1)")
                .map(lines -> data + lines + "\n");
    }

    private static void agrees(Program program, Compiling way) {
        List<Integer> loss = program.loss().stream().boxed().toList();
        Flow flow = FlowMaker.of(program, loss, gradients(program), true);
        compareState(program, Compiled.of(FlowMaker.of(program, loss, List.of(), true), Precision.FLOAT64, way));
        for (Precision precision : Precision.values()) {
            compareGradients(program, Compiled.of(flow, precision, way), precision);
        }
    }

    /** The gradients of the loss by the parameters. */
    private static List<Integer> gradients(Program program) {
        return program.carries().stream()
                .flatMapToInt(carry ->
                        program.loss().stream().flatMap(loss -> program.gradient(loss, carry.leaf()).stream()))
                .boxed()
                .toList();
    }

    /** The first iteration's loss and gradients: all from the same parameters. */
    private static void compareGradients(Program program, Compiled compiled, Precision precision) {
        Evaluator evaluator = new Evaluator(program);
        Trace exact = evaluator.run(evaluator.start());
        double[][] outputs = compiled.run(1);
        List<Integer> nodes = new ArrayList<>(program.loss().stream().boxed().toList());
        nodes.addAll(gradients(program));
        for (int k = 0; k < nodes.size(); k++) {
            int node = nodes.get(k);
            double[] own = k == 0 && program.loss().isPresent() ? outputs[0] : compiled.kept(k - outputs.length);
            double[] right = exact.value(node).toArray();
            double bound = precision == Precision.FLOAT64 ? 1e-12 : 1e-5;
            if (precision == Precision.FLOAT32 && difference(own, right) > bound) {
                bound = 2
                        * difference(PlainFloats.values(PlainFloats.run(program).get(node)), right);
            }
            assertThat(difference(own, right)).as("node " + node).isLessThanOrEqualTo(bound);
        }
    }

    private static void compareState(Program program, Compiled compiled) {
        Evaluator evaluator = new Evaluator(program);
        Trace trace = evaluator.run(evaluator.start());
        compiled.run(ITERATIONS);
        for (int k = 1; k < ITERATIONS; k++) {
            evaluator.advance(trace);
        }
        Snapshot exact = evaluator.after(trace);
        Snapshot own = compiled.snapshot();
        assertThat(own.iteration()).isEqualTo(exact.iteration());
        for (int k = 0; k < exact.size(); k++) {
            assertThat(difference(own.values(k), exact.values(k))).isLessThanOrEqualTo(1e-12);
        }
    }

    /** max|own − exact| by max|exact|; infinite where one is a number and the other is none. */
    private static double difference(double[] own, double[] exact) {
        double most = Arrays.stream(exact)
                .map(Math::abs)
                .filter(Double::isFinite)
                .max()
                .orElse(0);
        double difference = 0;
        for (int i = 0; i < exact.length; i++) {
            boolean same = Double.valueOf(own[i]).equals(exact[i]) || own[i] == exact[i];
            difference = same ? difference : Math.max(difference, Math.abs(own[i] - exact[i]) / most);
        }
        return Double.isNaN(difference) ? Double.POSITIVE_INFINITY : difference;
    }
}
