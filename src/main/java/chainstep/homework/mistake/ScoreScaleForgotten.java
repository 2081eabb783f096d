package chainstep.homework.mistake;

import chainstep.graph.Node;
import chainstep.op.MatMul;

/** The scale 1/√d of attention scores is forgotten. */
final class ScoreScaleForgotten implements Mistake {
    @Override
    public String code() {
        return "M57";
    }

    @Override
    public int rarity() {
        return 1;
    }

    @Override
    public void suspect(Ground ground, Node node, Suspects into) {
        Scales.skip(ground, node, into, (factor, other) -> ground.node(other).op() instanceof MatMul);
    }
}
