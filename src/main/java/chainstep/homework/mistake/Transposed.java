package chainstep.homework.mistake;

import chainstep.graph.Node;
import chainstep.op.MatMul;
import chainstep.op.Outer;
import chainstep.op.Transpose;

/** A matrix transposed, an outer product the wrong way round. */
final class Transposed implements Mistake {
    @Override
    public String code() {
        return "M09";
    }

    @Override
    public int rarity() {
        return 1;
    }

    @Override
    public void suspect(Ground ground, Node node, Suspects into) {
        if (node.op() instanceof MatMul product) {
            into.everywhere(
                    "left", node.id(), draft -> draft.instead(node, new MatMul(!product.left(), product.right())));
            into.everywhere(
                    "right", node.id(), draft -> draft.instead(node, new MatMul(product.left(), !product.right())));
            into.here(
                    node.id(),
                    draft -> draft.add(
                            product,
                            draft.at(node.inputs().get(1)),
                            draft.at(node.inputs().get(0))));
        } else if (node.op() instanceof Outer) {
            into.everywhere(
                    "outer",
                    node.id(),
                    draft -> draft.add(
                            node.op(),
                            draft.at(node.inputs().get(1)),
                            draft.at(node.inputs().get(0))));
        }
        if (ground.isTarget(node) && node.shape().rank() == 2) {
            into.here(node.id(), draft -> draft.add(new Transpose(), draft.add(node.op(), draft.operands(node))));
        }
    }
}
