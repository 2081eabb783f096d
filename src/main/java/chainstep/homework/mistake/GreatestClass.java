package chainstep.homework.mistake;

import chainstep.graph.Leaf;
import chainstep.graph.Node;
import chainstep.math.Tensor;

/** A soft label replaced by its greatest class. */
final class GreatestClass implements Mistake {
    @Override
    public String code() {
        return "M54";
    }

    @Override
    public int rarity() {
        return 2;
    }

    @Override
    public void suspect(Ground ground, Node node, Suspects into) {
        if (!node.isLeaf(Leaf.Kind.TARGET) || node.shape().isScalar()) {
            return;
        }
        double[] label = ground.value(node.id()).toArray();
        int classes = node.shape().dim(-1);
        double[] hard = new double[label.length];
        for (int row = 0; row < label.length; row += classes) {
            int best = row;
            for (int k = row; k < row + classes; k++) {
                best = label[k] > label[best] ? k : best;
            }
            hard[best] = 1;
        }
        into.here(node.id(), draft -> draft.constant(Tensor.of(node.shape(), hard)));
    }
}
