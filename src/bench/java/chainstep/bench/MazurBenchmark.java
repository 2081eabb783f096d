package chainstep.bench;

import chainstep.lang.ChainReader;
import chainstep.lang.Model;
import chainstep.lang.Source;
import chainstep.run.Evaluator;
import chainstep.run.Trace;
import java.nio.file.Path;
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

/**
 * Mazur's network from text to numbers.
 *
 * <p>The reader is much code, and the compiler is done with it only after some twenty seconds: hence the long warm-up.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 15, time = 2)
@Measurement(iterations = 5, time = 1)
public class MazurBenchmark {
    static final String TEXT = """
            # Mazur: 2 inputs, 2 hidden, 2 outputs, squared error, one step of gradient descent
            x  = input([0.05, 0.10])
            t  = target([0.01, 0.99])
            W1 = param([[0.15, 0.20], [0.25, 0.30]])
            b1 = const([0.35, 0.35])
            W2 = param([[0.40, 0.45], [0.50, 0.55]])
            b2 = const([0.60, 0.60])
            z1 = W1 @ x + b1
            h = sigmoid(z1)
            z2 = W2 @ h + b2
            o = sigmoid(z2)
            E = 0.5 * sum((t - o)**2)
            minimize(E, sgd(lr=0.5))
            expect(E, 0.298371109)
            """;

    private static Model read() {
        return ChainReader.read(Source.of("mazur.chain", TEXT), Path.of(""));
    }

    /** Parse, differentiate, evaluate: limit 100 µs. */
    @Benchmark
    public Trace from_text_to_numbers() {
        Evaluator evaluator = new Evaluator(read().program());
        return evaluator.run(evaluator.start());
    }

    @Benchmark
    public Model parse_and_differentiate() {
        return read();
    }
}
