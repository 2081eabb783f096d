package chainstep.homework.mistake;

import chainstep.graph.Leaf;
import chainstep.graph.Node;

/** The part of a loss that keeps parameters small. */
final class Penalties {
    private static final int DEEP = 6;

    private Penalties() {}

    /** Whether a node is computed from parameters and numbers alone, squares or magnitudes among them. */
    static boolean isPart(Ground ground, Node node) {
        return !node.isLeaf()
                && ground.isForward(node)
                && onlyParameters(ground, node, DEEP)
                && hasPower(ground, node, DEEP);
    }

    private static boolean onlyParameters(Ground ground, Node node, int deep) {
        if (node.isLeaf()) {
            return node.isLeaf(Leaf.Kind.PARAM) || ground.isNumber(node.id());
        }
        return deep > 0
                && node.inputs().stream().allMatch(input -> onlyParameters(ground, ground.node(input), deep - 1));
    }

    private static boolean hasPower(Ground ground, Node node, int deep) {
        return Squares.is(node)
                || node.op().name().equals("abs")
                || deep > 0 && node.inputs().stream().anyMatch(input -> hasPower(ground, ground.node(input), deep - 1));
    }
}
