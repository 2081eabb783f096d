package chainstep.homework.mistake;

import chainstep.graph.Leaf;
import chainstep.graph.Node;
import chainstep.math.Tensor;
import chainstep.op.CrossEntropy;
import java.util.Arrays;
import java.util.OptionalInt;

/** The loss of another class than the true one, −ln p₀ for −ln p₂. */
final class OtherClass implements Mistake {
    /** Of more classes too many could be taken. */
    private static final int MOST = 12;

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
        if (!node.isLeaf(Leaf.Kind.TARGET)) {
            return;
        }
        double[] label = ground.value(node.id()).toArray();
        boolean oneHot = label.length > 1
                && label.length <= MOST
                && Arrays.stream(label).sum() == 1
                && Arrays.stream(label).allMatch(one -> one == 0 || one == 1);
        OptionalInt classes = label.length == 1 ? classes(ground, node) : OptionalInt.empty();
        if (oneHot) {
            for (int k = 0; k < label.length; k++) {
                double[] other = new double[label.length];
                other[k] = 1;
                into.here(node.id(), draft -> draft.constant(Tensor.of(node.shape(), other)), node.id());
            }
        } else {
            for (int k = 0; k < classes.orElse(0); k++) {
                double[] other = {k};
                into.here(node.id(), draft -> draft.constant(Tensor.of(node.shape(), other)), node.id());
            }
        }
    }

    /** How many classes there are, of which the target is the number of one. */
    private static OptionalInt classes(Ground ground, Node target) {
        return ground.readers(target.id()).stream()
                .map(ground::node)
                .filter(reader ->
                        reader.op() instanceof CrossEntropy && reader.inputs().get(1) == target.id())
                .mapToInt(reader -> ground.node(reader.inputs().get(0)).shape().dim(-1))
                .filter(classes -> classes <= MOST)
                .findFirst();
    }
}
