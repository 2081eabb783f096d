package chainstep.homework.mark;

import chainstep.graph.Leaf;
import chainstep.graph.Node;
import chainstep.graph.Op;
import chainstep.graph.Program;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which nodes compute the same, so that what is answered at one is read by all that follow from the other.
 *
 * <p>Two nodes are the same when they apply the same operation to the same nodes (value numbering). A constant that is asked for
 * stands alone: a wrong 1 in one place says nothing of the other ones.
 */
final class Sameness {
    private record Applied(Op op, List<Integer> inputs) {}

    private Sameness() {}

    /** For each node the first that computes the same. */
    static int[] of(Program program, BitSet asked) {
        int[] first = new int[program.size()];
        BitSet constant = new BitSet();
        Map<Applied, Integer> known = new HashMap<>();
        for (Node node : program.nodes()) {
            int id = node.id();
            List<Integer> inputs =
                    node.inputs().stream().map(input -> first[input]).toList();
            constant.set(id, isConstant(node, constant));
            boolean alone = node.isLeaf() && !node.isLeaf(Leaf.Kind.LITERAL) || constant.get(id) && asked.get(id);
            first[id] = alone ? id : known.computeIfAbsent(new Applied(node.op(), inputs), applied -> id);
        }
        return first;
    }

    private static boolean isConstant(Node node, BitSet constant) {
        return node.isLeaf()
                ? node.isLeaf(Leaf.Kind.LITERAL)
                : node.inputs().stream().allMatch(constant::get);
    }
}
