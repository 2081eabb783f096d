package chainstep.ui.graph;

import chainstep.graph.Leaf;
import chainstep.graph.Node;
import chainstep.graph.Program;
import java.util.Arrays;

/**
 * Folds values into layers: what is computed between one use of parameters and the next.
 *
 * <p>A value's depth is the greatest number of parametric values on a way to it. Neighbours of one depth are one layer, but what
 * depends on a target is apart from what does not. Depth never falls along an edge, so that folding makes no cycle.
 */
final class Layers {
    private final Program program;
    private final int[] values;
    private final int[] depth;
    private final boolean[] parametric;
    private final boolean[] late;
    private final int[] parent;

    private Layers(Program program, int[] values) {
        this.program = program;
        this.values = values;
        this.depth = new int[values.length];
        this.parametric = new boolean[values.length];
        this.late = new boolean[values.length];
        this.parent = values.clone();
    }

    /** @param values the named value that each value is a part of, or −1 */
    static int[] of(Program program, int[] values) {
        Layers layers = new Layers(program, values);
        layers.measure();
        layers.join();
        return layers.gather();
    }

    private boolean isComputed(int id) {
        return values[id] >= 0 && !program.node(values[id]).isLeaf();
    }

    /** Parts come before their value, so that one pass in program order is enough. */
    private void measure() {
        for (Node node : program.nodes()) {
            int id = node.id();
            if (!isComputed(id)) {
                late[id] = node.isLeaf(Leaf.Kind.TARGET);
                continue;
            }
            int value = values[id];
            for (int input : node.inputs()) {
                parametric[value] |= program.node(input).isLeaf(Leaf.Kind.PARAM);
                boolean before = isComputed(input) && values[input] != value;
                depth[value] = Math.max(depth[value], before ? depth[values[input]] : 0);
                late[value] |= late[values[input] < 0 ? input : values[input]];
            }
            depth[value] += id == value && parametric[value] ? 1 : 0;
        }
    }

    private void join() {
        for (Node node : program.nodes()) {
            for (int input : node.inputs()) {
                if (isComputed(node.id()) && isComputed(input) && isOne(values[node.id()], values[input])) {
                    int a = root(values[node.id()]);
                    int b = root(values[input]);
                    parent[Math.min(a, b)] = Math.max(a, b);
                }
            }
        }
    }

    private boolean isOne(int a, int b) {
        return depth[a] == depth[b] && late[a] == late[b] && depth[a] > 0;
    }

    private int root(int value) {
        int at = value;
        while (parent[at] != at) {
            at = parent[at];
        }
        return at;
    }

    /** Parameters and constants that one layer alone reads lie in it. */
    private int[] gather() {
        int[] groups = values.clone();
        int[] reader = new int[values.length];
        Arrays.fill(reader, -1);
        for (Node node : program.nodes()) {
            if (isComputed(node.id())) {
                groups[node.id()] = root(values[node.id()]);
                for (int input : node.inputs()) {
                    int now = groups[node.id()];
                    reader[input] = reader[input] == -1 || reader[input] == now ? now : -2;
                }
            }
        }
        for (int id = 0; id < groups.length; id++) {
            Node node = program.node(id);
            boolean own = node.isLeaf(Leaf.Kind.PARAM) || node.isLeaf(Leaf.Kind.CONST);
            if (own && values[id] == id && reader[id] >= 0 && depth[reader[id]] > 0) {
                groups[id] = reader[id];
            }
        }
        return groups;
    }
}
