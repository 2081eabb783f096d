package chainstep.debug;

import chainstep.graph.Node;
import chainstep.graph.Phase;
import chainstep.graph.Program;
import chainstep.run.Trace;
import java.util.List;

/**
 * Where the cursor stands and what is known there.
 *
 * @param tree the steps of an iteration
 * @param step just computed
 * @param depth how much one step covers
 * @param index the number of this step in its iteration at this depth, from 0; −1 at the start
 * @param trace the values of the whole iteration, also of what comes after the step
 * @param stop why it stands here
 */
public record DebugState(
        StepTree tree, Step step, Depth depth, long index, Trace trace, Stop stop, List<Watch.Seen> watches) {
    public DebugState {
        watches = List.copyOf(watches);
    }

    /** The same place, reached for another reason. */
    public DebugState because(Stop reason) {
        return new DebugState(tree, step, depth, index, trace, reason, watches);
    }

    public Program program() {
        return tree.program();
    }

    public long iteration() {
        return step.iteration();
    }

    /** How many steps the iteration has at this depth. */
    public long count() {
        return tree.count(depth);
    }

    public Phase phase() {
        return tree.phase(step);
    }

    /** The source line of the step; 0 at the start, and for a node that no source wrote. */
    public int line() {
        return step.isStart() ? 0 : program().node(step.node()).origin().line();
    }

    /** The nodes that the step computed, in order; none at the start. */
    public List<Node> nodes() {
        return step.isStart() ? List.of() : tree.nodes(index, depth);
    }

    /** Whether a node of the program is known whole: a leaf, or computed no later than the step. */
    public boolean knows(int node) {
        return !tree.isStep(node) || tree.time(new Step(iteration(), node, -1)) <= tree.time(step);
    }

    /** Whether one number of a node is known. */
    public boolean knows(int node, int element) {
        return !tree.isStep(node) || tree.time(new Step(iteration(), node, element)) <= tree.time(step);
    }
}
