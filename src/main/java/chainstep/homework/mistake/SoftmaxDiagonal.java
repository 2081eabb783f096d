package chainstep.homework.mistake;

import chainstep.graph.Formula;
import chainstep.graph.Node;
import chainstep.op.Softmax;
import chainstep.op.SoftmaxPullback;

/** Of softmax’s Jacobian the diagonal only, or softmax along the wrong axis. */
final class SoftmaxDiagonal implements Mistake {
    @Override
    public String code() {
        return "M14";
    }

    @Override
    public int rarity() {
        return 1;
    }

    @Override
    public void suspect(Ground ground, Node node, Suspects into) {
        if (node.op() instanceof SoftmaxPullback) {
            Formula p = Formula.input(1);
            Formula body = Formula.multiply(Formula.input(0), Formula.multiply(p, Formula.subtract(Formula.ONE, p)));
            into.everywhere(
                    "diagonal",
                    node.id(),
                    draft -> draft.bent(
                            body,
                            draft.at(node.inputs().get(0)),
                            draft.at(node.inputs().get(1))));
        } else if (node.op() instanceof Softmax && node.shape().rank() == 2) {
            into.everywhere("axis0", node.id(), draft -> draft.instead(node, new Softmax(0)));
            into.everywhere("axis1", node.id(), draft -> draft.instead(node, new Softmax(1)));
        }
    }
}
