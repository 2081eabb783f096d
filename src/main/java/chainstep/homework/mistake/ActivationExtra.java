package chainstep.homework.mistake;

import chainstep.graph.Node;

/** An activation that the model uses elsewhere, applied where it uses none. */
final class ActivationExtra implements Mistake {
    @Override
    public String code() {
        return "M01";
    }

    @Override
    public int rarity() {
        return 4;
    }

    @Override
    public void suspect(Ground ground, Node node, Suspects into) {
        if (!ground.isForward(node) || !node.isNamed() && !ground.isTarget(node) || ground.isActivation(node)) {
            return;
        }
        ground.program().nodes().stream()
                .filter(other -> other.id() < ground.own() && ground.isActivation(other))
                .map(Node::op)
                .distinct()
                .forEach(op -> into.here(node.id(), draft -> draft.add(op, again(draft, node))));
    }

    private static int again(Draft draft, Node node) {
        return draft.add(node.op(), draft.operands(node));
    }
}
