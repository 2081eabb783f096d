package chainstep.homework.mistake;

import chainstep.graph.Node;
import chainstep.graph.Role;
import chainstep.op.Add;
import chainstep.op.Subtract;

/** The memory of an optimiser gone wrong: its sign, its 1 − β, its correction. */
final class MemoryWrong implements Mistake {
    @Override
    public String code() {
        return "M58";
    }

    @Override
    public int rarity() {
        return 2;
    }

    @Override
    public void suspect(Ground ground, Node node, Suspects into) {
        if (ground.isForward(node) && (node.op() instanceof Add || node.op() instanceof Subtract)) {
            byHand(ground, node, into);
        }
        if (!(node.role() instanceof Role.Update update) || node.isLeaf()) {
            return;
        }
        if (update.part().equals("m_hat") || update.part().equals("v_hat")) {
            into.everywhere(
                    "uncorrected", node.id(), draft -> draft.at(node.inputs().get(0)));
        } else if (update.part().endsWith(".added")) {
            into.everywhere("whole", node.id(), draft -> draft.at(node.inputs().get(1)));
        } else if (update.part().equals("v") && node.op() instanceof Add) {
            into.everywhere("sign", node.id(), draft -> draft.instead(node, new Subtract()));
            into.everywhere(
                    "forgotten", node.id(), draft -> draft.at(node.inputs().get(1)));
        }
    }

    private static void byHand(Ground ground, Node node, Suspects into) {
        int first = node.inputs().get(0);
        int second = node.inputs().get(1);
        if (ground.isGiven(first) && !ground.node(second).isLeaf() && !ground.isNumber(first)) {
            into.here(
                    node.id(),
                    draft -> draft.instead(node, node.op() instanceof Add ? new Subtract() : new Add()),
                    second);
        }
        for (int k = 0; k < 2; k++) {
            double beta = Scales.of(ground, ground.node(node.inputs().get(k)));
            int other = k;
            if (beta > 0 && beta < 1) {
                into.here(
                        node.id(),
                        draft -> draft.with(
                                node,
                                1 - other,
                                draft.scale(1 - beta, draft.at(node.inputs().get(1 - other)))),
                        first,
                        second);
            }
        }
    }
}
