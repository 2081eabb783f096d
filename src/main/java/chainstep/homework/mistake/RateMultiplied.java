package chainstep.homework.mistake;

import chainstep.graph.Node;
import chainstep.graph.Role;
import chainstep.op.Multiply;

/** A step twice as long as it should be, or half, or with the point of the learning rate misplaced. */
final class RateMultiplied implements Mistake {
    private static final double[] FACTORS = {0.1, 0.5, 2, 10};

    @Override
    public String code() {
        return "M18";
    }

    @Override
    public int rarity() {
        return 3;
    }

    @Override
    public void suspect(Ground ground, Node node, Suspects into) {
        if (node.role() instanceof Role.Update update
                && update.part().equals("step")
                && node.op() instanceof Multiply) {
            for (double factor : FACTORS) {
                into.everywhere(
                        "times" + factor, node.id(), draft -> draft.scale(factor, draft.instead(node, node.op())));
            }
        }
    }
}
