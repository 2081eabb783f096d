package chainstep.homework.mistake;

import chainstep.graph.Leaf;
import chainstep.op.Multiply;
import java.util.OptionalInt;

/** The gradient of a weight sent back through it instead of δ: v·∂E/∂v for v·δ. */
final class WeightGradientBack implements LinkMistake {
    @Override
    public String code() {
        return "M34";
    }

    @Override
    public int rarity() {
        return 3;
    }

    @Override
    public void suspect(Ground ground, Link link, Suspects into) {
        if (!(link.through().op() instanceof Multiply)
                || !link.isPlain(ground)
                || !ground.node(link.other()).isLeaf(Leaf.Kind.PARAM)
                || ground.node(link.by()).isLeaf()) {
            return;
        }
        OptionalInt gradient = ground.gradient(ground.loss(link.term().id()), link.other());
        gradient.ifPresent(of -> into.everywhere(
                "product", link.term().id(), draft -> draft.times(draft.at(link.other()), draft.at(of)), of));
    }
}
