package chainstep.homework.mistake;

import chainstep.graph.Node;

/** Two gates that are multiplied, taken for each other on the way back. */
final class GatesSwapped implements Mistake {
    @Override
    public String code() {
        return "M56";
    }

    @Override
    public int rarity() {
        return 3;
    }

    @Override
    public void suspect(Ground ground, Node node, Suspects into) {
        if (!ground.isGradient(node)) {
            return;
        }
        for (Node product : ground.products()) {
            int a = product.inputs().get(0);
            int b = product.inputs().get(1);
            if (node.inputs().contains(a) != node.inputs().contains(b)) {
                int read = node.inputs().contains(a) ? a : b;
                into.everywhere(
                        "gates" + product.id(),
                        node.id(),
                        draft -> draft.reading(node, read, draft.at(read == a ? b : a)),
                        a,
                        b);
            }
        }
    }
}
