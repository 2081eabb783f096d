package chainstep.homework.mistake;

import chainstep.graph.Node;

/** A constant factor inside the model, the ½ of ½at², is lost. */
final class HalfLost implements Mistake {
    @Override
    public String code() {
        return "M39";
    }

    @Override
    public int rarity() {
        return 2;
    }

    @Override
    public void suspect(Ground ground, Node node, Suspects into) {
        Scales.skip(
                ground,
                node,
                into,
                (factor, other) -> factor != -1 && !ground.node(other).name().isEmpty() || Math.abs(factor) != 1);
    }
}
