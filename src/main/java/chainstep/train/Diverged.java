package chainstep.train;

import chainstep.graph.Node;
import chainstep.graph.Program;
import chainstep.run.Evaluator;
import chainstep.run.Snapshot;
import chainstep.run.Trace;
import java.util.Arrays;
import java.util.Optional;

/**
 * Training that stopped because a number was none.
 *
 * @param iteration the first update, from 0, whose loss or whose new parameters are not finite
 * @param before the state before that update: what to open in the debugger
 * @param loss that update's loss
 */
public record Diverged(long iteration, Snapshot before, double loss) {
    /** The first value of that update with a number that is not finite; empty where float64 holds them all, as it may for float32. */
    public Optional<Node> where(Program program) {
        Trace trace = new Evaluator(program).run(before);
        return program.nodes().stream()
                .filter(node -> !Arrays.stream(trace.value(node.id()).toArray()).allMatch(Double::isFinite))
                .findFirst();
    }
}
