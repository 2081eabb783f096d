package chainstep.bench;

import chainstep.debug.DebugState;
import chainstep.debug.Debugger;
import chainstep.debug.Depth;
import chainstep.lang.ChainReader;
import chainstep.lang.Model;
import chainstep.lang.Source;
import chainstep.run.Iterations;
import chainstep.run.Progress;
import chainstep.run.Quantities;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The moves of the debugger: a step and back, a jump into a run never seen, a run under a condition. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class DebugBenchmark {
    /** A step at each depth in a small program and in one of half a million weights. */
    @State(Scope.Benchmark)
    public static class Walk {
        @Param({"2", "1024"})
        public int inputs;

        @Param
        public Depth depth;

        private Debugger debugger;

        /** Stands on the second step of the depth: a step and back stay within what has been seen. */
        @Setup
        public void prepare() {
            debugger = debugger(wide(inputs));
            debugger.depth(depth);
            debugger.step();
        }
    }

    /** A walk onwards, an iteration a step. */
    @State(Scope.Benchmark)
    public static class Onwards {
        @Param({"2", "1024"})
        public int inputs;

        private Debugger debugger;

        @Setup
        public void prepare() {
            debugger = debugger(wide(inputs));
            debugger.depth(Depth.ITERATION);
        }
    }

    private static String wide(int inputs) {
        return """
                x = input(uniform(%d, seed=1))
                t = target(uniform(512, seed=2))
                W = param(uniform(512, %d, seed=3))
                y = sigmoid(W @ x)
                E = 0.5 * sum((t - y)**2)
                minimize(E, sgd(lr=0.1))
                """.formatted(inputs, inputs);
    }

    /** A run that nobody has looked at yet. */
    @State(Scope.Thread)
    public static class Run {
        private Debugger deep;
        private Debugger mazur;

        @Setup(Level.Invocation)
        public void prepare() {
            deep = debugger("""
                    X, t = data("spiral", n=500, noise=0, seed=2)
                    W1 = param(uniform(8, 2, lo=-0.5, hi=0.5, seed=3))
                    W2 = param(uniform(8, 8, lo=-0.5, hi=0.5, seed=4))
                    W3 = param(uniform(1, 8, lo=-0.5, hi=0.5, seed=5))
                    o = tanh(tanh(tanh(X @ W1.T) @ W2.T) @ W3.T)
                    E = 0.5 * mse(o, t)
                    minimize(E, sgd(lr=0.03))
                    train(batch=10)
                    """);
            mazur = debugger(MazurBenchmark.TEXT + "breakpoint(when=\"norm(grad(W1)) > 10\")\n");
            mazur.limit(10_000);
        }
    }

    private static Debugger debugger(String text) {
        Model model = ChainReader.read(Source.of("bench", text), Path.of(""));
        Quantities quantities = new Quantities(model, new Iterations(model.program()));
        return Debugger.of(model, quantities::value);
    }

    /** Limit: 1 ms at any size. */
    @Benchmark
    @OutputTimeUnit(TimeUnit.MICROSECONDS)
    @OperationsPerInvocation(2)
    public DebugState step(Walk walk) {
        walk.debugger.step();
        return walk.debugger.back();
    }

    /** Costs what the iteration costs, which has to be run. */
    @Benchmark
    public DebugState step_into_an_iteration_never_seen(Onwards onwards) {
        return onwards.debugger.step();
    }

    /** Limit: 1 s. */
    @Benchmark
    public DebugState jump_to_iteration_5000(Run run) {
        return run.deep.jump(5000, Progress.NONE);
    }

    /** Ten thousand iterations of Mazur's network; limit: 2 s. */
    @Benchmark
    public DebugState continue_under_a_condition_that_never_holds(Run run) {
        return run.mazur.continueRun(Progress.NONE);
    }
}
