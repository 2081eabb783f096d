package chainstep.homework.mistake;

import chainstep.graph.Node;

/** The chain stopped early: the gradient of a later node. */
final class StoppedEarly implements Mistake {
    @Override
    public String code() {
        return "M42";
    }

    @Override
    public int rarity() {
        return 3;
    }

    @Override
    public void suspect(Ground ground, Node node, Suspects into) {
        if (!ground.isAsked(node) || !ground.isGradient(node)) {
            return;
        }
        for (int id = 0; id < ground.own(); id++) {
            int other = id;
            if (other != node.id() && ground.reaches(other) && ground.isGradient(ground.node(other))) {
                into.here(node.id(), draft -> fit(draft, draft.at(other), node), other);
            }
        }
    }

    /** A gradient in the shape of another one; that other one where it has as many numbers only by chance. */
    static int fit(Draft draft, int found, Node node) {
        if (draft.shape(found).size() == 1 && node.shape().size() == 1) {
            return draft.times(draft.ones(node.shape()), found);
        }
        return draft.shape(found).equals(node.shape()) ? found : draft.at(node.id());
    }
}
