package chainstep.homework.mistake;

import chainstep.graph.Node;

/** The gradient that is asked for with the other sign, worked on from right ones. */
final class SignTurned implements Mistake {
    @Override
    public String code() {
        return "M06";
    }

    @Override
    public int rarity() {
        return 2;
    }

    @Override
    public void suspect(Ground ground, Node node, Suspects into) {
        if (ground.isAsked(node) && ground.link(node).isPresent()) {
            into.here(node.id(), draft -> draft.negate(draft.instead(node, node.op())));
        }
    }
}
