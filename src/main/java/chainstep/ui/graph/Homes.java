package chainstep.ui.graph;

import chainstep.graph.Leaf;
import chainstep.graph.Node;
import chainstep.graph.Phase;
import chainstep.graph.Program;
import chainstep.graph.Role;
import java.util.HashMap;
import java.util.Map;

/** Which box each value of a program lies in, by the node the box is named after; −1 for what has no box. */
final class Homes {
    private final Program program;
    private final Folding folding;

    private Homes(Program program, Folding folding) {
        this.program = program;
        this.folding = folding;
    }

    static int[] of(Program program, Folding folding) {
        return new Homes(program, folding).homes();
    }

    /** The named value that each value is a part of. */
    static int[] values(Program program) {
        return new Homes(program, Folding.FIRST).values();
    }

    private int[] homes() {
        int[] values = values();
        int[] groups = switch (folding.grain()) {
            case OPERATION, VALUE -> values;
            case LINE -> lines(values);
            case LAYER -> Layers.of(program, values);
        };
        boolean[] several = several(groups, values);
        int[] homes = new int[values.length];
        for (int id = 0; id < homes.length; id++) {
            homes[id] = values[id] < 0 ? -1 : home(id, values[id], groups[id], several[groups[id]]);
        }
        return homes;
    }

    private int home(int id, int value, int group, boolean several) {
        if (several && !folding.isTurned(group)) {
            return group;
        }
        boolean open = several
                ? value != group && folding.isTurned(value)
                : folding.isTurned(value) == (folding.grain() != Grain.OPERATION);
        return open ? id : value;
    }

    /** Which groups hold more than one value. */
    private static boolean[] several(int[] groups, int[] values) {
        boolean[] several = new boolean[groups.length];
        for (int id = 0; id < groups.length; id++) {
            if (groups[id] >= 0 && values[id] != groups[id]) {
                several[groups[id]] = true;
            }
        }
        return several;
    }

    private int[] values() {
        int[] values = new int[program.size()];
        for (int id = values.length - 1; id >= 0; id--) {
            Node node = program.node(id);
            if (!hasPlace(node)) {
                values[id] = -1;
            } else if (isShown(node) || program.reader(id).isEmpty()) {
                values[id] = id;
            } else {
                int reader = values[program.reader(id).getAsInt()];
                values[id] = reader < 0 ? id : reader;
            }
        }
        return values;
    }

    /** Whether it is a value: gradients and updates are shown with what they are of, numbers in a formula by the formula. */
    private static boolean hasPlace(Node node) {
        boolean value = node.role() instanceof Role.Value || node.isNamed();
        return value && node.phase() != Phase.UPDATE && !node.isLeaf(Leaf.Kind.LITERAL);
    }

    private boolean isShown(Node node) {
        boolean loss = program.loss().isPresent() && program.loss().getAsInt() == node.id();
        return node.isNamed() || loss;
    }

    /** The last value of the line of each. */
    private int[] lines(int[] values) {
        Map<Integer, Integer> last = new HashMap<>();
        for (int id = 0; id < values.length; id++) {
            if (values[id] == id && !program.node(id).isLeaf()) {
                last.put(program.node(id).origin().line(), id);
            }
        }
        int[] lines = values.clone();
        for (int id = 0; id < values.length; id++) {
            if (values[id] >= 0 && !program.node(values[id]).isLeaf()) {
                lines[id] = last.get(program.node(values[id]).origin().line());
            }
        }
        return lines;
    }
}
