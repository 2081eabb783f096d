package chainstep.explain;

import chainstep.graph.Edge;
import chainstep.graph.Edges;
import chainstep.graph.Node;
import chainstep.graph.Program;
import chainstep.run.Trace;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** The elements of a value that depend on one element of an earlier value. */
final class Reached {
    /** The most edges followed; beyond, every element counts as reached. */
    private static final int MOST = 100_000;

    private Reached() {}

    /** The flat places; all of them where none is found, or the search would take long. */
    static BitSet of(Trace trace, int from, int element, int to) {
        Program program = trace.program();
        Map<Integer, BitSet> reached = new HashMap<>();
        reached.computeIfAbsent(from, key -> new BitSet()).set(element);
        BitSet behind = behind(program, to);
        int edges = 0;
        for (int id = from + 1; id <= to && edges < MOST; id++) {
            if (behind.get(id)) {
                edges += follow(trace, program.node(id), reached, MOST - edges);
            }
        }
        BitSet found = reached.getOrDefault(to, new BitSet());
        if (found.isEmpty() || edges >= MOST) {
            found = new BitSet();
            found.set(0, program.node(to).shape().size());
        }
        return found;
    }

    /** What a value is computed from, itself included. */
    private static BitSet behind(Program program, int to) {
        BitSet behind = new BitSet();
        behind.set(to);
        for (int id = to; id >= 0; id--) {
            if (behind.get(id)) {
                program.node(id).inputs().forEach(behind::set);
            }
        }
        return behind;
    }

    /** Marks what a node makes of what is reached; returns how many edges it took. */
    private static int follow(Trace trace, Node node, Map<Integer, BitSet> reached, int most) {
        int count = 0;
        for (int operand = 0; operand < node.inputs().size(); operand++) {
            BitSet before = reached.getOrDefault(node.inputs().get(operand), new BitSet());
            for (int e = before.nextSetBit(0); e >= 0 && count < most; e = before.nextSetBit(e + 1)) {
                for (Edge edge : Edges.of(
                        node.op(),
                        trace.program().operandShapes(node),
                        (k, place) -> trace.get(node.inputs().get(k), place),
                        operand,
                        e)) {
                    reached.computeIfAbsent(node.id(), key -> new BitSet()).set(edge.output());
                    count++;
                }
            }
        }
        return count;
    }
}
