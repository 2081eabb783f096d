package chainstep.grad;

import chainstep.graph.Leaf;
import chainstep.graph.Node;
import chainstep.graph.Program;
import chainstep.graph.Role;
import java.util.OptionalInt;

/** Finds the parts of an update in a program: an optimiser's memory, a step, the new value. */
public final class Updates {
    /** What stands for the parameter in {@link Role.Update} where a part belongs to all of them. */
    public static final int SHARED = -1;

    private Updates() {}

    /** The leaf of a memory, at its value before the update: {@code m}, {@code v}; {@code t} is shared. */
    public static OptionalInt memory(Program program, int param, String part) {
        return find(program, new Role.Update(param, part), true);
    }

    /** The node of a computed part: {@code m} after the update, {@code step}, {@code new}, the shared {@code rate}. */
    public static OptionalInt part(Program program, int param, String part) {
        return find(program, new Role.Update(param, part), false);
    }

    private static OptionalInt find(Program program, Role role, boolean memory) {
        return program.nodes().stream()
                .filter(node -> node.role().equals(role) && node.isLeaf(Leaf.Kind.STATE) == memory)
                .mapToInt(Node::id)
                .findFirst();
    }
}
