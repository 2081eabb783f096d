package chainstep.homework.mistake;

import chainstep.graph.Node;
import chainstep.op.MatMul;

/** An elementwise product where a matrix product is due. */
final class ElementByElement implements Mistake {
    @Override
    public String code() {
        return "M35";
    }

    @Override
    public int rarity() {
        return 3;
    }

    @Override
    public void suspect(Ground ground, Node node, Suspects into) {
        if (node.op() instanceof MatMul && node.inputs().size() == 2) {
            into.everywhere("product", node.id(), draft -> {
                int product = draft.times(
                        draft.at(node.inputs().get(0)), draft.at(node.inputs().get(1)));
                return draft.shape(product).equals(node.shape()) ? product : draft.at(node.id());
            });
        }
    }
}
