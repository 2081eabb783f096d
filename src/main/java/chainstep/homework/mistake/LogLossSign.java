package chainstep.homework.mistake;

import chainstep.graph.Node;
import chainstep.op.Bce;
import chainstep.op.BceLogits;
import chainstep.op.CrossEntropy;
import chainstep.op.Log;

/** The minus in front of a log loss is forgotten. */
final class LogLossSign implements Mistake {
    @Override
    public String code() {
        return "M59";
    }

    @Override
    public int rarity() {
        return 1;
    }

    @Override
    public void suspect(Ground ground, Node node, Suspects into) {
        if (node.op() instanceof CrossEntropy || node.op() instanceof Bce || node.op() instanceof BceLogits) {
            into.everywhere("loss", node.id(), draft -> draft.negate(draft.add(node.op(), draft.operands(node))));
        } else if (hasLog(ground, node, 6)) {
            Scales.skip(ground, node, into, (factor, other) -> factor == -1);
        }
    }

    private static boolean hasLog(Ground ground, Node node, int deep) {
        return node.op() instanceof Log
                || ground.isForward(node)
                        && deep > 0
                        && node.inputs().stream().anyMatch(input -> hasLog(ground, ground.node(input), deep - 1));
    }
}
