package chainstep.homework.mistake;

import chainstep.graph.Node;
import chainstep.graph.Role;
import chainstep.op.Multiply;

/** The learning rate is forgotten, or another one used. */
final class RateWrong implements Mistake {
    @Override
    public String code() {
        return "M18";
    }

    @Override
    public int rarity() {
        return 1;
    }

    @Override
    public void suspect(Ground ground, Node node, Suspects into) {
        if (node.role() instanceof Role.Update update
                && update.part().equals("step")
                && node.op() instanceof Multiply) {
            into.everywhere("none", node.id(), draft -> draft.at(node.inputs().get(1)));
            for (double rate : RATES) {
                into.everywhere(
                        "rate" + rate,
                        node.id(),
                        draft -> draft.scale(rate, draft.at(node.inputs().get(1))));
            }
        }
    }

    private static final double[] RATES = {0.001, 0.005, 0.01, 0.05, 0.1, 0.2, 0.5};
}
