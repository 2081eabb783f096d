package chainstep.bench;

import chainstep.explain.Explainer;
import chainstep.graph.Node;
import chainstep.lang.Model;
import chainstep.run.Iterations;
import chainstep.run.Trace;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
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

/** What a reader waits for after a step: the step told anew, its formula, its numbers and its text; each step in turn. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class ExplainBenchmark {
    @Param
    public TraceBenchmark.Network network;

    private Model model;
    private Trace trace;
    private List<Node> steps;
    private int next;

    @Setup
    public void prepare() {
        model = network.model();
        trace = new Iterations(model.program()).trace(0);
        steps = model.program().nodes().stream().filter(node -> !node.isLeaf()).toList();
    }

    /** A whole value, at depth term. */
    @Benchmark
    public String value() {
        Explainer explainer = explainer();
        return explainer.text(explainer.step(turn().id()));
    }

    /** The first number of a value. */
    @Benchmark
    public String number() {
        Explainer explainer = explainer();
        return explainer.text(explainer.step(turn().id(), 0));
    }

    private Explainer explainer() {
        return new Explainer(trace, model.source().statements(), model.labels(), Locale.ENGLISH);
    }

    private Node turn() {
        next = (next + 1) % steps.size();
        return steps.get(next);
    }
}
