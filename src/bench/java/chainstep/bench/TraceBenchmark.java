package chainstep.bench;

import chainstep.lang.ChainReader;
import chainstep.lang.Model;
import chainstep.lang.Source;
import chainstep.run.Evaluator;
import chainstep.run.Snapshot;
import chainstep.run.Trace;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Exact traces of one batch, forward and backward, no update: every node's value of the iteration, kept in a ring.
 *
 * <p>CIRCLE is a 2-4-2-1 tanh network on ten points (256 traces kept), DIGITS a 784-128-64-10 ReLU network on 64 handwritten
 * digits (64 kept). Limits: 1 × the same record by TensorFlow Playground's nn.ts on the same machine; 80 traces a second.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class TraceBenchmark {
    /** The networks. */
    public enum Network {
        CIRCLE(256, """
                X, t = data("circle", n=500, noise=0, seed=1)
                W1 = param(uniform(4, 2, lo=-0.5, hi=0.5, seed=3))
                b1 = param([0.1, 0.1, 0.1, 0.1])
                W2 = param(uniform(2, 4, lo=-0.5, hi=0.5, seed=4))
                b2 = param([0.1, 0.1])
                W3 = param(uniform(1, 2, lo=-0.5, hi=0.5, seed=5))
                b3 = param([0.1])
                a1 = tanh(X @ W1.T + b1)
                a2 = tanh(a1 @ W2.T + b2)
                o = tanh(a2 @ W3.T + b3)
                E = 0.5 * mse(o, t)
                minimize(E)
                train(epochs=1, batch=10)
                """),
        DIGITS(64, """
                X, t = idx("data/digits-200-images-idx3-ubyte.gz", "data/digits-200-labels-idx1-ubyte.gz")
                W1 = param(xavier(128, 784, seed=4))
                b1 = param(zeros(128))
                W2 = param(xavier(64, 128, seed=5))
                b2 = param(zeros(64))
                W3 = param(xavier(10, 64, seed=6))
                b3 = param(zeros(10))
                a1 = relu(reshape(X, 64, 784) @ W1.T + b1)
                a2 = relu(a1 @ W2.T + b2)
                E = cross_entropy(a2 @ W3.T + b3, t)
                minimize(E)
                train(epochs=1, batch=64)
                """);

        private final int kept;
        private final String text;

        Network(int kept, String text) {
            this.kept = kept;
            this.text = text;
        }

        Model model() {
            return ChainReader.read(Source.of(name(), text), Path.of("samples"));
        }
    }

    @Param({"CIRCLE", "DIGITS"})
    public Network network;

    private Evaluator evaluator;
    private Snapshot start;
    private Trace[] ring;
    private int next;

    @Setup
    public void prepare() {
        evaluator = new Evaluator(network.model().program());
        start = evaluator.start();
        ring = Stream.generate(evaluator::newTrace).limit(network.kept).toArray(Trace[]::new);
    }

    @Benchmark
    public Trace trace() {
        Trace trace = ring[next++ % ring.length];
        evaluator.run(start, trace);
        return trace;
    }
}
