package chainstep.bench;

import chainstep.graph.Addends;
import chainstep.graph.Edge;
import chainstep.graph.Edges;
import chainstep.graph.Reading;
import chainstep.math.Shape;
import chainstep.op.MatMul;
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

/** What the element view of a large product asks for: one element's edges, one element's addends; limit 1 ms each. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class EdgesBenchmark {
    private final List<Shape> product = List.of(Shape.of(64, 784), Shape.of(784, 128));
    private final Reading ones = (operand, element) -> 1;

    @Benchmark
    public List<Edge> edges_of_a_weight_of_784_by_128() {
        return Edges.of(MatMul.PLAIN, product, ones, 1, 1234);
    }

    @Benchmark
    public Addends addends_of_an_output_of_784_by_128() {
        return Addends.of(MatMul.PLAIN, product, ones, 1234, 784);
    }
}
