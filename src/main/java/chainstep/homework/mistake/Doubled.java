package chainstep.homework.mistake;

import chainstep.graph.Node;
import chainstep.graph.Role;

/** A gradient added to the one of the pass before: not zeroed. */
final class Doubled implements Mistake {
    @Override
    public String code() {
        return "M47";
    }

    @Override
    public int rarity() {
        return 5;
    }

    @Override
    public void suspect(Ground ground, Node node, Suspects into) {
        if (ground.isAsked(node) && ground.isGradient(node)) {
            into.here(node.id(), draft -> draft.scale(2, draft.add(node.op(), draft.operands(node))));
        } else if (ground.isGradient(node) && isUpdating(ground, node)) {
            into.everywhere(
                    "update",
                    node.id(),
                    draft -> draft.scale(2, draft.add(node.op(), draft.operands(node))),
                    node.id());
        }
    }

    /** Whether a parameter is changed by it. */
    private static boolean isUpdating(Ground ground, Node gradient) {
        return ground.readers(gradient.id()).stream()
                .anyMatch(reader -> ground.node(reader).role() instanceof Role.Update);
    }
}
