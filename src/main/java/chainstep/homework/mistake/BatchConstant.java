package chainstep.homework.mistake;

import chainstep.graph.Node;
import chainstep.op.Mean;

/** Mean and variance of a batch taken as constants, or the variance divided by N − 1. */
final class BatchConstant implements Mistake {
    @Override
    public String code() {
        return "M30";
    }

    @Override
    public int rarity() {
        return 2;
    }

    @Override
    public void suspect(Ground ground, Node node, Suspects into) {
        if (node.op() instanceof Mean mean && !mean.axes().axes().isEmpty()) {
            Node of = ground.node(node.inputs().get(0));
            double count = mean.axes().count(mean, of.shape());
            if (count > 1 && Squares.is(of)) {
                into.everywhere(
                        "sample",
                        node.id(),
                        draft -> draft.scale(count / (count - 1), draft.instead(node, mean)),
                        of.id());
            }
        }
        ground.link(node)
                .filter(link -> link.through().op() instanceof Mean mean
                        && !mean.axes().axes().isEmpty())
                .ifPresent(link -> into.everywhere(
                        "constant",
                        node.id(),
                        draft -> draft.zeros(node.shape()),
                        link.through().id()));
    }
}
