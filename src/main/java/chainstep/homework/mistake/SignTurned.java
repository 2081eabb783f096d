package chainstep.homework.mistake;

import chainstep.graph.Node;
import chainstep.graph.Role;

/** A gradient with the other sign, from the loss on or worked on from right ones. */
final class SignTurned implements Mistake {
    @Override
    public String code() {
        return "M06";
    }

    @Override
    public String words() {
        return "M06.sign";
    }

    @Override
    public int rarity() {
        return 1;
    }

    @Override
    public void suspect(Ground ground, Node node, Suspects into) {
        boolean seed = node.role() instanceof Role.Seed;
        if (seed || ground.isAsked(node) && ground.by(node).isPresent()) {
            into.here(node.id(), draft -> draft.negate(draft.instead(node, node.op())));
        }
    }
}
