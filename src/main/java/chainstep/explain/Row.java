package chainstep.explain;

import chainstep.graph.Expression;
import chainstep.graph.Phase;
import chainstep.math.Tensor;
import java.util.List;

/**
 * One formula of a derivation with its value, before it is printed.
 *
 * @param line of the source where it belongs, or 0
 * @param nodes the nodes that hold the value: one, or the terms that add up to it
 * @param rule what the value is computed by
 */
record Row(Phase phase, int line, List<Integer> nodes, Expression rule, Tensor value) {
    Row {
        nodes = List.copyOf(nodes);
    }

    /** The node whose name stands on the left. */
    int node() {
        return nodes.get(0);
    }
}
