package chainstep.graph;

import chainstep.math.Shape;
import java.util.List;

/**
 * One assignment of the program: a value computed once from earlier ones.
 *
 * @param id its place in the program
 * @param op what computes it
 * @param inputs the ids of its operands, all smaller than {@code id}
 * @param shape of its value
 * @param role what it is for
 * @param phase which part of the iteration it belongs to
 * @param name the user's name, or one made for an inner value ({@code h.z}); empty where it has none
 * @param origin where in the source it comes from
 */
public record Node(
        int id, Op op, List<Integer> inputs, Shape shape, Role role, Phase phase, String name, Origin origin) {
    public Node {
        inputs = List.copyOf(inputs);
    }

    public boolean isLeaf() {
        return op instanceof Leaf;
    }

    /** Whether it is a leaf of this kind. */
    public boolean isLeaf(Leaf.Kind kind) {
        return op instanceof Leaf leaf && leaf.kind() == kind;
    }

    /** Whether the user (not the reader) named it. */
    public boolean isNamed() {
        return !name.isEmpty() && name.indexOf('.') < 0;
    }

    Node withName(String newName) {
        return new Node(id, op, inputs, shape, role, phase, newName, origin);
    }
}
