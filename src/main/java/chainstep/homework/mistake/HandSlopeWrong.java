package chainstep.homework.mistake;

import chainstep.graph.Node;

/**
 * Something else than a in the a(1 − a) of a gradient written by hand.
 *
 * @param instead appends what stands for a
 */
record HandSlopeWrong(String code, Instead instead) implements Mistake {
    /** σ(a) for a. */
    static final HandSlopeWrong AT_OUTPUT =
            new HandSlopeWrong("M02", (draft, activation) -> draft.add(activation.op(), draft.at(activation.id())));

    /** z for a. */
    static final HandSlopeWrong OF_SUM = new HandSlopeWrong(
            "M03", (draft, activation) -> draft.at(activation.inputs().get(0)));

    /** Appends what stands for an activation. */
    @FunctionalInterface
    interface Instead {
        int of(Draft draft, Node activation);
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
                                draft, node, factors, a, rest, instead.of(draft, ground.node(factors.get(a)))),
                        factors.get(a)));
    }
}
