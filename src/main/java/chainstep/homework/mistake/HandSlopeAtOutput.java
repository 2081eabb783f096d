package chainstep.homework.mistake;

import chainstep.graph.Node;

/** σ(a) for a in the a(1 − a) of a gradient written by hand. */
final class HandSlopeAtOutput implements Mistake {
    @Override
    public String code() {
        return "M02";
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
                                draft.add(ground.node(factors.get(a)).op(), draft.at(factors.get(a)))),
                        factors.get(a)));
    }
}
