package chainstep.homework.mistake;

import chainstep.graph.Node;
import chainstep.math.Tensor;
import chainstep.op.MatMul;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Two of the values that a unit sums up taken for each other: w₁x₂ + w₂x₁. */
final class InputsSwapped implements Mistake {
    /** Of more values too many pairs could be swapped. */
    private static final int MOST = 6;

    @Override
    public String code() {
        return "M10";
    }

    @Override
    public int rarity() {
        return 2;
    }

    @Override
    public void suspect(Ground ground, Node node, Suspects into) {
        for (List<Layers.Unit> layer : ground.layers()) {
            layer.stream().filter(unit -> unit.node() == node.id()).forEach(unit -> unit(unit, into));
        }
        if (ground.isForward(node) && node.op() instanceof MatMul) {
            for (int operand = 0; operand < 2; operand++) {
                int vector = node.inputs().get(operand);
                if (ground.node(vector).shape().rank() == 1) {
                    vector(ground, node, operand, into);
                }
            }
        }
    }

    /** Takes two places. */
    private interface Pair {
        void at(int one, int other);
    }

    private static void pairs(int size, Pair pair) {
        for (int one = 0; one < size && size <= MOST; one++) {
            for (int other = one + 1; other < size; other++) {
                pair.at(one, other);
            }
        }
    }

    private static void unit(Layers.Unit unit, Suspects into) {
        pairs(unit.values().size(), (one, other) -> {
            List<Integer> values = new ArrayList<>(unit.values());
            Collections.swap(values, one, other);
            into.everywhere(
                    "unit" + one + "," + other,
                    unit.node(),
                    draft -> {
                        int sum = LayerMistake.sum(draft, values, unit.weights());
                        for (int bias : unit.biases()) {
                            sum = draft.plus(sum, draft.at(bias));
                        }
                        return sum;
                    },
                    unit.values().get(one),
                    unit.values().get(other));
        });
    }

    private static void vector(Ground ground, Node product, int operand, Suspects into) {
        int vector = product.inputs().get(operand);
        int size = ground.node(vector).shape().size();
        pairs(size, (one, other) -> {
            double[] swap = new double[size * size];
            for (int k = 0; k < size; k++) {
                swap[k * size + (k == one ? other : k == other ? one : k)] = 1;
            }
            Tensor swapping = Tensor.of(chainstep.math.Shape.of(size, size), swap);
            into.here(
                    product.id(),
                    draft -> draft.with(
                            product, operand, draft.add(MatMul.PLAIN, draft.constant(swapping), draft.at(vector))),
                    vector);
        });
    }
}
