package chainstep.lang;

import chainstep.graph.Node;
import chainstep.graph.ProgramBuilder;
import chainstep.graph.Role;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * Names the inner values of a line after the line: {@code h.z} for what an activation is applied to, else after the
 * operation ({@code E.sum}), numbered where one occurs again.
 */
final class InnerNames {
    private static final String PREACTIVATION = "z";

    private final ProgramBuilder program;
    private final String line;
    private final Map<String, Integer> used = new HashMap<>();

    InnerNames(ProgramBuilder program, String line) {
        this.program = program;
        this.line = line;
    }

    /** Names the nodes from {@code first} to just before {@code last}, the line's own value. */
    void give(int first, int last) {
        BitSet activated = activated(first, last);
        for (int id = first; id < last; id++) {
            Node node = program.node(id);
            if (node.name().isEmpty() && !node.isLeaf() && node.role() instanceof Role.Value) {
                String inner = activated.get(id) ? PREACTIVATION : node.op().name();
                program.name(id, line + "." + numbered(inner));
            }
        }
    }

    /** The nodes that an activation is applied to. */
    private BitSet activated(int first, int last) {
        BitSet activated = new BitSet();
        for (int id = first; id <= last; id++) {
            Node node = program.node(id);
            if (node.inputs().size() == 1 && Functions.isActivation(node.op())) {
                activated.set(node.inputs().get(0));
            }
        }
        return activated;
    }

    private String numbered(String name) {
        int count = used.merge(name, 1, Integer::sum);
        return count == 1 ? name : name + count;
    }
}
