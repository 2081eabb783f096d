package chainstep.homework.mistake;

import chainstep.graph.Node;

/** A value computed elsewhere given in place of the one asked for: of another pass, from stale numbers. */
final class OtherPass implements Mistake {
    @Override
    public String code() {
        return "M51";
    }

    @Override
    public int rarity() {
        return 5;
    }

    @Override
    public void suspect(Ground ground, Node node, Suspects into) {
        if (!ground.isAsked(node)) {
            return;
        }
        for (Node other : ground.program().nodes().subList(0, ground.own())) {
            if (other.isNamed()
                    && ground.isForward(other)
                    && !ground.reaches(other.id())
                    && other.shape().equals(node.shape())) {
                into.here(node.id(), draft -> draft.at(other.id()), other.id());
            }
        }
    }
}
