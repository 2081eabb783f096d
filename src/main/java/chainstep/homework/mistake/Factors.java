package chainstep.homework.mistake;

import chainstep.graph.Node;
import chainstep.op.Multiply;
import chainstep.op.Subtract;
import java.util.ArrayList;
import java.util.List;

/** Products written with several times signs, taken as one: (t − o)·o·(1 − o). */
final class Factors {
    private Factors() {}

    static List<Integer> of(Ground ground, Node node) {
        List<Integer> all = new ArrayList<>();
        collect(ground, node, all);
        return all;
    }

    private static void collect(Ground ground, Node node, List<Integer> into) {
        for (int input : node.inputs()) {
            Node factor = ground.node(input);
            if (factor.op() instanceof Multiply && !factor.isNamed()) {
                collect(ground, factor, into);
            } else {
                into.add(input);
            }
        }
    }

    /** Whether a node is a product that is not itself but a part of one. */
    static boolean isTop(Ground ground, Node node) {
        return node.op() instanceof Multiply
                && ground.isForward(node)
                && (node.isNamed()
                        || ground.readers(node.id()).stream()
                                .noneMatch(reader -> ground.isForward(ground.node(reader))
                                        && ground.node(reader).op() instanceof Multiply));
    }

    /** Which factor is 1 − a, of a factor a; −1 where none is. */
    static int rest(Ground ground, List<Integer> factors, int a) {
        for (int k = 0; k < factors.size(); k++) {
            Node node = ground.node(factors.get(k));
            if (node.op() instanceof Subtract
                    && ground.isNumber(node.inputs().get(0), 1)
                    && node.inputs().get(1).equals(factors.get(a))) {
                return k;
            }
        }
        return -1;
    }

    /** The product of some nodes of a draft; ones where there are none. */
    static int product(Draft draft, List<Integer> nodes, Node like) {
        int product = draft.ones(like.shape());
        for (int node : nodes) {
            product = draft.times(product, node);
        }
        return product;
    }
}
