package chainstep.homework.mistake;

import chainstep.graph.Node;

/** A half put before a loss that has none, or left out where it has one. */
final class HalfOfLoss implements Mistake {
    @Override
    public String code() {
        return "M39";
    }

    @Override
    public int rarity() {
        return 3;
    }

    @Override
    public void suspect(Ground ground, Node node, Suspects into) {
        if (ground.program().loss().orElse(-1) == node.id() && ground.isForward(node)) {
            into.here(node.id(), draft -> draft.scale(2, draft.instead(node, node.op())), node.id());
            into.here(node.id(), draft -> draft.scale(0.5, draft.instead(node, node.op())), node.id());
        }
    }
}
