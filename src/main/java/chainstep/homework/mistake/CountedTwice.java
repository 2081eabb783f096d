package chainstep.homework.mistake;

import chainstep.graph.Node;

/** Something counted twice, or half of it, in a count: a number worked from constants alone. */
final class CountedTwice implements Mistake {
    @Override
    public String code() {
        return "M41";
    }

    @Override
    public int rarity() {
        return 5;
    }

    @Override
    public void suspect(Ground ground, Node node, Suspects into) {
        if (ground.isAsked(node) && ground.isGiven(node.id())) {
            into.here(node.id(), draft -> draft.scale(2, node.isLeaf() ? node.id() : draft.instead(node, node.op())));
            into.here(node.id(), draft -> draft.scale(0.5, node.isLeaf() ? node.id() : draft.instead(node, node.op())));
        }
    }
}
