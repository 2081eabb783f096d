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
    private final int[] values;
    private final int[] groups;
    private final boolean[] several;

    private Homes(Program program, Folding folding) {
        this.program = program;
        this.folding = folding;
        this.values = values();
        this.groups = switch (folding.grain()) {
            case OPERATION, VALUE -> values;
            case LINE -> lines();
            case LAYER -> Layers.of(program, values);
        };
        this.several = several();
    }

    static Homes of(Program program, Folding folding) {
        return new Homes(program, folding);
    }

    /** The box that each value lies in. */
    int[] all() {
        int[] homes = new int[values.length];
        for (int id = 0; id < homes.length; id++) {
            homes[id] = values[id] < 0 ? -1 : home(id);
        }
        return homes;
    }

    private int home(int id) {
        int group = groups[id];
        if (several[group] && !folding.isTurned(group)) {
            return group;
        }
        return isApart(values[id]) ? id : values[id];
    }

    /** Whether the operations of a value have boxes of their own. */
    private boolean isApart(int value) {
        int group = groups[value];
        return several[group]
                ? value != group && folding.isTurned(value)
                : folding.isTurned(value) == (folding.grain() != Grain.OPERATION);
    }

    /** The named value that a value is a part of. */
    int value(int id) {
        return values[id];
    }

    /** The box that folding takes a box into; itself where nothing does. */
    int owner(int box) {
        if (several[groups[box]] && folding.isTurned(groups[box]) && !isApart(values[box])) {
            return groups[box];
        }
        return values[box];
    }

    /** Which groups hold more than one value. */
    private boolean[] several() {
        boolean[] several = new boolean[groups.length];
        for (int id = 0; id < groups.length; id++) {
            if (groups[id] >= 0 && values[id] != groups[id]) {
                several[groups[id]] = true;
            }
        }
        return several;
    }

    private int[] values() {
        int[] found = new int[program.size()];
        for (int id = found.length - 1; id >= 0; id--) {
            Node node = program.node(id);
            if (!hasPlace(node)) {
                found[id] = -1;
            } else if (isShown(node) || program.reader(id).isEmpty()) {
                found[id] = id;
            } else {
                int reader = found[program.reader(id).getAsInt()];
                found[id] = reader < 0 ? id : reader;
            }
        }
        return found;
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
    private int[] lines() {
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
