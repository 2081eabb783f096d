package chainstep.homework.mistake;

import chainstep.graph.Node;
import chainstep.graph.Role;

/** Numbers on the way rounded too coarsely. */
final class RoundedEarly implements Mistake {
    @Override
    public String code() {
        return "M19";
    }

    @Override
    public int rarity() {
        return 4;
    }

    @Override
    public void suspect(Ground ground, Node node, Suspects into) {
        boolean step = ground.isForward(node) && (node.isNamed() || isNamedAgain(ground, node))
                || ground.by(node).isPresent()
                || node.role() instanceof Role.Update update && update.part().equals("new");
        if (step && !node.isLeaf() && !ground.isTarget(node)) {
            for (int decimals = 1; decimals <= 4; decimals++) {
                Rounded rounded = new Rounded(decimals);
                into.together(
                        "decimals" + decimals, node.id(), draft -> draft.add(rounded, draft.instead(node, node.op())));
            }
        }
    }

    private static boolean isNamedAgain(Ground ground, Node node) {
        return ground.origin(node.id()).stream().anyMatch(id -> ground.node(id).isNamed());
    }
}
