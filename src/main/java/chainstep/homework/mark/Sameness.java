package chainstep.homework.mark;

import chainstep.graph.Formula;
import chainstep.graph.Leaf;
import chainstep.graph.Nest;
import chainstep.graph.Nests;
import chainstep.graph.Node;
import chainstep.graph.Op;
import chainstep.graph.Program;
import chainstep.graph.Role;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

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

    /** The same, and a gradient that is handed on unchanged is the one that it copies, unless both are asked for. */
    static int[] withCopies(Program program, BitSet asked) {
        int[] first = of(program, asked);
        BitSet taken = new BitSet();
        for (int id = 0; id < first.length; id++) {
            if (asked.get(id)) {
                taken.set(first[id]);
            }
        }
        for (int id = 0; id < first.length; id++) {
            boolean copy = first[id] == id && isGradient(program.node(id));
            OptionalInt source = copy ? copied(program, program.node(id)) : OptionalInt.empty();
            int before = first[source.orElse(id)];
            if (before != id && !(taken.get(id) && taken.get(before))) {
                taken.set(before, taken.get(id) || taken.get(before));
                first[id] = before;
            }
            first[id] = first[first[id]];
        }
        return first;
    }

    private static boolean isGradient(Node node) {
        return node.role() instanceof Role.Term || node.role() instanceof Role.Total;
    }

    /** The gradient that a node is but a copy of. */
    private static OptionalInt copied(Program program, Node node) {
        Nests nests = node.op().nests(program.operandShapes(node));
        Nest nest = nests.list().get(0);
        boolean copies = nests.list().size() == 1
                && nest.isElementwise()
                && nest.reads().size() == 1
                && nest.body().equals(Formula.input(0));
        int array = copies ? nest.reads().get(0).array() : node.inputs().size();
        if (array >= node.inputs().size()) {
            return OptionalInt.empty();
        }
        Node source = program.node(node.inputs().get(array));
        boolean whole = nest.reads().get(0).map().isIdentity() && source.shape().equals(node.shape());
        return whole && isGradient(source) ? OptionalInt.of(source.id()) : OptionalInt.empty();
    }

    private static boolean isConstant(Node node, BitSet constant) {
        return node.isLeaf()
                ? node.isLeaf(Leaf.Kind.LITERAL)
                : node.inputs().stream().allMatch(constant::get);
    }
}
