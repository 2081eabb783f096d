package chainstep.homework.mistake;

import chainstep.graph.Node;

/** The chain stopped early: the gradient of a later node, or a local derivative alone. */
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
            ground.link(ground.node(other))
                    .filter(link -> ground.reaches(other) && link.reads(link.upstream()))
                    .ifPresent(link -> into.here(
                            node.id(),
                            draft -> fit(
                                    draft,
                                    draft.reading(
                                            link.term(),
                                            link.upstream(),
                                            draft.ones(
                                                    ground.node(link.upstream()).shape())),
                                    node),
                            other));
        }
    }

    private static int fit(Draft draft, int found, Node node) {
        return draft.shape(found).equals(node.shape()) ? found : draft.at(node.id());
    }
}
