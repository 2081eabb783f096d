package chainstep.homework.mistake;

import chainstep.graph.Leaf;
import chainstep.graph.Node;
import java.util.List;
import java.util.OptionalInt;

/** Nodes that are taken for each other: of one role, kind and shape. */
final class Siblings {
    private static final int MOST = 24;

    private Siblings() {}

    static List<Integer> of(Ground ground, int id) {
        Node node = ground.node(id);
        if (node.isLeaf(Leaf.Kind.LITERAL) || node.isLeaf(Leaf.Kind.STATE)) {
            return List.of();
        }
        return ground.program().nodes().subList(0, ground.own()).stream()
                .filter(other -> other.id() != id && other.shape().equals(node.shape()) && alike(ground, node, other))
                .sorted((a, b) -> Integer.compare(Math.abs(a.id() - id), Math.abs(b.id() - id)))
                .limit(MOST)
                .map(Node::id)
                .toList();
    }

    private static boolean alike(Ground ground, Node node, Node other) {
        if (node.isLeaf() || other.isLeaf()) {
            return node.isLeaf()
                    && other.isLeaf()
                    && node.op().name().equals(other.op().name());
        } else if (ground.isGradient(node)) {
            OptionalInt mine = ground.by(node);
            OptionalInt theirs = ground.by(other);
            return mine.isPresent()
                    && theirs.isPresent()
                    && isWhole(ground, other, theirs.getAsInt())
                    && same(ground.node(mine.getAsInt()), ground.node(theirs.getAsInt()));
        }
        return ground.isForward(other)
                && ground.isForward(node)
                && node.isNamed()
                && other.isNamed()
                && same(node, other);
    }

    /** Whether a node is the whole of a gradient, not one of several terms. */
    private static boolean isWhole(Ground ground, Node node, int by) {
        return ground.gradient(of(node), by).equals(OptionalInt.of(node.id()));
    }

    private static int of(Node node) {
        return node.role() instanceof chainstep.graph.Role.Term term
                ? term.of()
                : ((chainstep.graph.Role.Total) node.role()).of();
    }

    private static boolean same(Node one, Node other) {
        return one.op().name().equals(other.op().name());
    }
}
