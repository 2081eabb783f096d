package chainstep.homework.mistake;

import chainstep.graph.Node;

/** z for a in the a(1 − a) of a gradient written by hand. */
final class HandSlopeOfSum implements Mistake {
    @Override
    public String code() {
        return "M03";
    }

    @Override
    public int rarity() {
        return 2;
    }

    @Override
    public void suspect(Ground ground, Node node, Suspects into) {
        HandSlopes.each(
                ground,
                node,
                (factors, a, rest) -> into.everywhere(
                        "hand",
                        node.id(),
                        draft -> HandSlopes.with(
                                draft,
                                node,
                                factors,
                                a,
                                rest,
                                draft.at(ground.node(factors.get(a)).inputs().get(0))),
                        factors.get(a)));
    }
}
