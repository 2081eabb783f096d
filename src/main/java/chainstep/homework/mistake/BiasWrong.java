package chainstep.homework.mistake;

import chainstep.graph.Node;
import chainstep.graph.Role;
import chainstep.op.Add;
import chainstep.op.Conv2d;
import chainstep.op.Subtract;

/** The bias forgotten, subtracted, frozen, or updated although it is frozen. */
final class BiasWrong implements Mistake {
    @Override
    public String code() {
        return "M12";
    }

    @Override
    public int rarity() {
        return 1;
    }

    @Override
    public void suspect(Ground ground, Node node, Suspects into) {
        if (node.role() instanceof Role.Update update && update.part().equals("new")) {
            into.here(node.id(), draft -> draft.at(update.param()), update.param());
        }
        if (!ground.isForward(node)) {
            return;
        }
        boolean sum = node.op() instanceof Add || node.op() instanceof Subtract;
        for (int k = 0; sum && k < 2; k++) {
            int bias = node.inputs().get(k);
            int rest = node.inputs().get(1 - k);
            if (ground.isGiven(bias) && !ground.isGiven(rest)) {
                into.everywhere(
                        "forgotten", node.id(), draft -> draft.times(draft.at(rest), draft.ones(node.shape())), bias);
                into.everywhere(
                        "sign",
                        node.id(),
                        draft -> node.op() instanceof Add
                                ? draft.minus(draft.at(rest), draft.at(bias))
                                : draft.plus(draft.at(rest), draft.at(bias)),
                        bias);
            }
        }
        if (node.op() instanceof Conv2d && node.inputs().size() == 3) {
            int bias = node.inputs().get(2);
            into.everywhere(
                    "forgotten",
                    node.id(),
                    draft -> draft.with(node, 2, draft.zeros(ground.node(bias).shape())),
                    bias);
        }
    }
}
