package chainstep.bench;

import chainstep.debug.Breakpoint;
import chainstep.debug.DebugState;
import chainstep.debug.Debugger;
import chainstep.debug.Depth;
import chainstep.debug.Measure;
import chainstep.graph.Addends;
import chainstep.graph.Edge;
import chainstep.graph.Edges;
import chainstep.graph.Reading;
import chainstep.lang.ChainReader;
import chainstep.lang.Model;
import chainstep.lang.Source;
import chainstep.math.Shape;
import chainstep.math.Tensor;
import chainstep.op.MatMul;
import chainstep.run.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One step among half a million elements, a far jump, and ten thousand iterations under a condition. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class DebuggerBenchmark {
    private static final String WIDE = """
            X = input(ones(64, 1024))
            W = param(normal(1024, 512, seed=1))
            E = mean((X @ W)**2)
            minimize(E, sgd(lr=0.1))
            """;
    private static final String SMALL = """
            x  = input([0.3, -0.7])
            t  = target([0.8])
            W1 = param(normal(8, 2, seed=1))
            W2 = param(normal(8, 8, seed=2))
            W3 = param(normal(1, 8, seed=3))
            E = sum((t - sigmoid(W3 @ sigmoid(W2 @ sigmoid(W1 @ x))))**2)
            minimize(E, sgd(lr=0.1))
            """;

    private final Debugger wide = new Debugger(read(WIDE).program());
    private final Model small = read(SMALL);
    private final List<Shape> product = List.of(Shape.of(64, 784), Shape.of(784, 128));
    private final Reading ones = (operand, element) -> 1;

    public DebuggerBenchmark() {
        wide.depth(Depth.ELEMENT);
    }

    private static Model read(String text) {
        return ChainReader.read(Source.of("bench.chain", text), Path.of(""));
    }

    /** Limit 1 ms. */
    @Benchmark
    public DebugState one_step_among_half_a_million_elements() {
        return wide.step();
    }

    /** Limit 1 ms. */
    @Benchmark
    public List<Edge> the_edges_of_a_weight_of_784_by_128() {
        return Edges.of(MatMul.PLAIN, product, ones, 1, 1234);
    }

    /** Limit 1 ms. */
    @Benchmark
    public Addends the_addends_of_an_output_of_784_by_128() {
        return Addends.of(MatMul.PLAIN, product, ones, 1234, 784);
    }

    /** Limit 1 s. */
    @Benchmark
    public DebugState jump_to_iteration_5000_of_2_8_8_1() {
        return new Debugger(small.program()).jump(5000, Progress.NONE);
    }

    /** Limit 2 s. */
    @Benchmark
    public DebugState ten_thousand_iterations_under_a_condition_that_never_holds() {
        Debugger debugger = new Debugger(small.program());
        debugger.add(new Breakpoint.When(
                Measure.of(small, small.quantity("norm(grad(W1)) > 10"), (iteration, quantity) -> Tensor.scalar(0))));
        debugger.limit(10_000);
        return debugger.continueRun(Progress.NONE);
    }
}
