package chainstep.debug;

import chainstep.graph.Formula;
import chainstep.graph.Nest;
import chainstep.graph.Nests;
import chainstep.graph.Node;
import chainstep.graph.Program;
import chainstep.graph.Role;
import java.util.BitSet;

/**
 * Chain-rule terms that only copy a gradient, as through a sum: no step of their own but at depth {@link Depth#TERM}.
 *
 * <p>They join the next operation of terms on their line, or where there is none, the one before.
 */
final class Copies {
    private final Program program;
    private final int[] nodes;

    Copies(Program program, int[] nodes) {
        this.program = program;
        this.nodes = nodes;
    }

    /**
     * Joins operations that only copy with a neighbour.
     *
     * @param starts where operations start; those joined with the one before are cleared
     * @param lines the number of each node's line
     */
    void join(BitSet starts, int[] lines) {
        int start = starts.nextSetBit(0);
        while (start >= 0) {
            int next = starts.nextSetBit(start + 1);
            int end = next < 0 ? nodes.length : next;
            if (copies(start, end)) {
                if (next >= 0 && lines[next] == lines[start] && isTerm(next)) {
                    starts.clear(next);
                    next = start;
                } else if (start > 0 && lines[start - 1] == lines[start] && isTerm(start - 1)) {
                    starts.clear(start);
                }
            }
            start = next;
        }
    }

    private boolean isTerm(int k) {
        return program.node(nodes[k]).role() instanceof Role.Term;
    }

    private boolean copies(int from, int to) {
        for (int k = from; k < to; k++) {
            if (!isTerm(k) || !copies(program.node(nodes[k]))) {
                return false;
            }
        }
        return true;
    }

    /** Whether each element of the node is the same element of an operand. */
    private boolean copies(Node node) {
        Nests nests = node.op().nests(program.operandShapes(node));
        if (nests.list().size() != 1) {
            return false;
        }
        Nest nest = nests.list().get(0);
        return nests.isWhole(nest)
                && nest.body() instanceof Formula.Input input
                && nest.reads().get(input.read()).map().isIdentity()
                && nests.shapeOf(nest.reads().get(input.read()).array()).equals(node.shape());
    }
}
