package chainstep.homework.mistake;

import chainstep.graph.Node;
import chainstep.op.Log;
import java.util.Set;

/** log₁₀ or log₂ instead of the natural logarithm. */
final class WrongLogarithm implements Mistake {
    @Override
    public String code() {
        return "M15";
    }

    @Override
    public int rarity() {
        return 1;
    }

    @Override
    public void suspect(Ground ground, Node node, Suspects into) {
        boolean log = node.op() instanceof Log
                || LOSSES.contains(node.op().name())
                || ground.link(node)
                        .filter(link -> link.through().op() instanceof Log
                                || LOSSES.contains(link.through().op().name()))
                        .isPresent();
        if (log) {
            into.everywhere(
                    "log10", node.id(), draft -> draft.scale(1 / StrictMath.log(10), draft.instead(node, node.op())));
            into.everywhere(
                    "log2", node.id(), draft -> draft.scale(1 / StrictMath.log(2), draft.instead(node, node.op())));
        }
    }

    private static final Set<String> LOSSES = Set.of("cross_entropy", "bce", "bce_logits", "log_softmax");
}
