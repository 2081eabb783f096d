package chainstep.lang;

import chainstep.graph.Node;
import chainstep.graph.ProgramBuilder;
import chainstep.graph.Role;
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
        for (int id = first; id < last; id++) {
            Node node = program.node(id);
            if (node.name().isEmpty() && !node.isLeaf() && node.role() instanceof Role.Value) {
                program.name(
                        id,
                        line + "."
                                + numbered(
                                        isActivated(id, last)
                                                ? PREACTIVATION
                                                : node.op().name()));
            }
        }
    }

    private boolean isActivated(int id, int last) {
        for (int later = id + 1; later <= last; later++) {
            Node node = program.node(later);
            if (node.inputs().size() == 1 && node.inputs().get(0) == id && Functions.isActivation(node.op())) {
                return true;
            }
        }
        return false;
    }

    private String numbered(String name) {
        int count = used.merge(name, 1, Integer::sum);
        return count == 1 ? name : name + count;
    }
}
