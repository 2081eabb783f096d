package chainstep.homework.mistake;

import chainstep.graph.Node;

/** A constant factor is left out, forward or backward. */
final class ScaleSkipped implements Mistake {
    @Override
    public String code() {
        return "M44";
    }

    @Override
    public int rarity() {
        return 3;
    }

    @Override
    public void suspect(Ground ground, Node node, Suspects into) {
        Scales.skip(ground, node, into, (factor, other) -> true);
    }
}
