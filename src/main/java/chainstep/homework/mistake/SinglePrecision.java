package chainstep.homework.mistake;

import chainstep.graph.Node;

/** Single precision taken for double. */
final class SinglePrecision implements Mistake {
    @Override
    public String code() {
        return "M36";
    }

    @Override
    public int rarity() {
        return 6;
    }

    @Override
    public void suspect(Ground ground, Node node, Suspects into) {
        if (!ground.isTarget(node)) {
            into.together(
                    "float",
                    node.id(),
                    draft -> draft.add(Rounded.FLOAT, node.isLeaf() ? node.id() : draft.instead(node, node.op())));
        } else if (!node.isLeaf()) {
            into.together("float", node.id(), draft -> draft.add(Rounded.FLOAT, draft.instead(node, node.op())));
        }
    }
}
