package chainstep.homework.mistake;

import chainstep.graph.Node;
import chainstep.op.CrossEntropyPullback;
import chainstep.op.Loss;
import chainstep.op.Subtract;

/** The sign of a difference: t − o where o − t is due. */
final class DifferenceTurned implements Mistake {
    @Override
    public String code() {
        return "M06";
    }

    @Override
    public int rarity() {
        return 0;
    }

    @Override
    public void suspect(Ground ground, Node node, Suspects into) {
        if (ground.isForward(node) && node.op() instanceof Subtract) {
            into.everywhere("forward", node.id(), draft -> draft.negate(again(draft, node)));
        }
        ground.link(node).ifPresent(link -> {
            if (link.through().op() instanceof Subtract
                    || node.op() instanceof CrossEntropyPullback
                    || link.through().op() instanceof Loss) {
                into.everywhere("back", node.id(), draft -> draft.negate(again(draft, node)), link.by());
            }
        });
    }

    private static int again(Draft draft, Node node) {
        return draft.add(node.op(), draft.operands(node));
    }
}
