package chainstep.homework.mistake;

import chainstep.graph.Node;
import chainstep.graph.Role;

/** Paths multiplied instead of added. */
final class PathsMultiplied implements Mistake {
    @Override
    public String code() {
        return "M45";
    }

    @Override
    public int rarity() {
        return 4;
    }

    @Override
    public void suspect(Ground ground, Node node, Suspects into) {
        if (node.role() instanceof Role.Total) {
            into.here(node.id(), draft -> {
                int product = draft.at(node.inputs().get(0));
                for (int term : node.inputs().subList(1, node.inputs().size())) {
                    product = draft.times(product, draft.at(term));
                }
                return product;
            });
        }
    }
}
