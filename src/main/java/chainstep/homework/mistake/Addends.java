package chainstep.homework.mistake;

import chainstep.graph.Node;
import chainstep.op.Add;
import java.util.ArrayList;
import java.util.List;

/** Sums written with several plus signs, taken as one. */
final class Addends {
    private Addends() {}

    /** What a tree of sums adds up. */
    static List<Integer> of(Ground ground, Node node) {
        List<Integer> all = new ArrayList<>();
        collect(ground, node, all);
        return all;
    }

    private static void collect(Ground ground, Node node, List<Integer> into) {
        for (int input : node.inputs()) {
            Node addend = ground.node(input);
            if (addend.op() instanceof Add
                    && !addend.isNamed()
                    && addend.shape().equals(node.shape())) {
                collect(ground, addend, into);
            } else {
                into.add(input);
            }
        }
    }

    /** Whether a node is a sum that is not itself but a part of one. */
    static boolean isTop(Ground ground, Node node) {
        return node.op() instanceof Add
                && (node.isNamed()
                        || ground.readers(node.id()).stream()
                                .noneMatch(reader -> ground.isForward(ground.node(reader))
                                        && ground.node(reader).op() instanceof Add));
    }
}
