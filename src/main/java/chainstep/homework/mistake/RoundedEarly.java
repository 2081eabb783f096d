package chainstep.homework.mistake;

import chainstep.graph.Node;
import chainstep.graph.Role;

/** Numbers on the way rounded too coarsely. */
final class RoundedEarly implements Mistake {
    /** Who keeps more digits rounds too finely to be told from right. */
    private static final int FINEST = 4;

    /** So many operations before the answer a number is looked at by itself. */
    private static final int NEAR = 4;

    @Override
    public String code() {
        return "M19";
    }

    @Override
    public int rarity() {
        return 4;
    }

    @Override
    public boolean isNearby() {
        return true;
    }

    @Override
    public void suspect(Ground ground, Node node, Suspects into) {
        boolean step = ground.isForward(node) && (node.isNamed() || isNamedAgain(ground, node))
                || ground.by(node).isPresent()
                || node.role() instanceof Role.Update update && update.part().equals("new");
        if (step && !node.isLeaf() && !ground.isAsked(node)) {
            for (int digits = 1; digits <= FINEST; digits++) {
                round(ground, node, new Rounded(Rounded.To.DECIMALS, digits), into);
                round(ground, node, new Rounded(Rounded.To.SIGNIFICANT, digits + 1), into);
            }
        }
    }

    /** All numbers on the way, or one near the answer, which was not written down. */
    private static void round(Ground ground, Node node, Rounded rounded, Suspects into) {
        into.together(rounded.toString(), node.id(), draft -> draft.add(rounded, draft.instead(node, node.op())));
        if (rounded.to() == Rounded.To.SIGNIFICANT && ground.distance(node.id()) <= NEAR) {
            into.here(node.id(), draft -> draft.add(rounded, draft.instead(node, node.op())));
        }
    }

    private static boolean isNamedAgain(Ground ground, Node node) {
        return ground.origin(node.id()).stream().anyMatch(id -> ground.node(id).isNamed());
    }
}
