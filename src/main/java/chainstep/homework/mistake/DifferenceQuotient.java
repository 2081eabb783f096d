package chainstep.homework.mistake;

import chainstep.graph.Node;
import java.util.OptionalInt;

/** A forward difference given as the derivative. */
final class DifferenceQuotient implements Mistake {
    @Override
    public String code() {
        return "M48";
    }

    @Override
    public int rarity() {
        return 5;
    }

    @Override
    public void suspect(Ground ground, Node node, Suspects into) {
        OptionalInt by = ground.by(node);
        if (!ground.isAsked(node)
                || by.isEmpty()
                || ground.node(by.getAsInt()).shape().size() != 1) {
            return;
        }
        int of = ground.loss(node.id());
        for (double step : STEPS) {
            into.here(
                    node.id(),
                    draft -> {
                        int moved = draft.plus(draft.at(by.getAsInt()), draft.number(step));
                        int there = draft.again(ground, of, by.getAsInt(), moved);
                        return draft.scale(1 / step, draft.minus(there, draft.at(of)));
                    },
                    by.getAsInt());
        }
    }

    private static final double[] STEPS = {0.1, 0.01, 0.001};
}
