package chainstep.homework;

import chainstep.graph.Leaf;
import chainstep.graph.Node;
import chainstep.graph.Program;
import chainstep.graph.Role;
import chainstep.op.Alias;
import chainstep.op.Conv2d;
import chainstep.op.MatMul;
import chainstep.op.Multiply;
import chainstep.op.Reshape;
import chainstep.op.Slice;
import chainstep.op.Transpose;
import java.util.Arrays;

/**
 * To which layer each value belongs: a layer begins where what the input leads to is multiplied by parameters.
 *
 * <p>Layer 0 is the input; a parameter belongs to the layer that first uses it.
 */
public final class Layers {
    private static final int UNUSED = Integer.MAX_VALUE;

    private final int[] layer;
    private final int last;

    public Layers(Program program) {
        int size = program.size();
        layer = new int[size];
        boolean[] param = new boolean[size];
        for (Node node : program.nodes()) {
            if (!(node.role() instanceof Role.Value)) {
                continue;
            }
            param[node.id()] = isParameter(node, param);
            int before =
                    node.inputs().stream().mapToInt(input -> layer[input]).max().orElse(0);
            boolean begins = multiplies(node)
                    && node.inputs().stream().anyMatch(input -> param[input])
                    && node.inputs().stream().anyMatch(input -> !param[input]);
            layer[node.id()] = before + (begins ? 1 : 0);
        }
        last = program.loss().stream().map(loss -> layer[loss]).findFirst().orElseGet(this::deepest);
        place(program, param);
    }

    private int deepest() {
        int most = 0;
        for (int one : layer) {
            most = Math.max(most, one);
        }
        return most;
    }

    private static boolean isParameter(Node node, boolean[] param) {
        boolean view = node.op() instanceof Alias
                || node.op() instanceof Reshape
                || node.op() instanceof Slice
                || node.op() instanceof Transpose;
        return node.isLeaf(Leaf.Kind.PARAM) || view && param[node.inputs().get(0)];
    }

    private static boolean multiplies(Node node) {
        return node.op() instanceof MatMul || node.op() instanceof Multiply || node.op() instanceof Conv2d;
    }

    /** Puts each leaf where it is first read. */
    private void place(Program program, boolean[] param) {
        int[] first = new int[layer.length];
        Arrays.fill(first, UNUSED);
        for (int at = layer.length - 1; at >= 0; at--) {
            int id = at;
            Node node = program.node(id);
            boolean moved = param[id] || node.isLeaf(Leaf.Kind.CONST);
            if (moved && first[id] != UNUSED) {
                layer[id] = first[id];
            }
            if (node.role() instanceof Role.Value) {
                node.inputs().forEach(input -> first[input] = Math.min(first[input], layer[id]));
            }
        }
    }

    /** The layer of a value of the forward pass, from 0. */
    public int of(int node) {
        return layer[node];
    }

    /** The layer that the loss is computed from. */
    public int last() {
        return last;
    }

    /** The section that the gradient by a value belongs to. */
    public Section backward(int by) {
        int hidden = Math.max(0, last - 1);
        if (last == 0) {
            return new Section(Section.Kind.BACKWARD, 0, 0);
        }
        return layer[by] >= last || hidden == 0
                ? new Section(Section.Kind.OUTPUT, 0, hidden)
                : new Section(Section.Kind.HIDDEN, Math.max(1, layer[by]), hidden);
    }
}
