package chainstep.homework.mistake;

import chainstep.graph.Node;
import chainstep.math.Tensor;
import chainstep.op.MatMul;
import chainstep.op.Multiply;

/** The input factor is missing: δ given as the gradient of a weight. */
final class InputMissing implements Mistake {
    @Override
    public String code() {
        return "M11";
    }

    @Override
    public int rarity() {
        return 0;
    }

    @Override
    public void suspect(Ground ground, Node node, Suspects into) {
        ground.link(node)
                .filter(link -> link.through().op() instanceof Multiply
                        || link.through().op() instanceof MatMul)
                .filter(link -> link.reads(link.other()) && !ground.isNumber(link.other()))
                .ifPresent(link -> into.here(
                        node.id(),
                        draft -> draft.reading(
                                node,
                                link.other(),
                                draft.ones(ground.node(link.other()).shape())),
                        link.by(),
                        link.other()));
        if (ground.isAsked(node) && ground.by(node).isPresent()) {
            tooFar(ground, node, ground.by(node).getAsInt(), into);
        }
    }

    /** One factor too many: the input belongs to the gradient of the weight, not to δ. */
    private static void tooFar(Ground ground, Node node, int value, Suspects into) {
        for (int input : ground.node(value).inputs()) {
            int size = ground.node(input).shape().size();
            for (int k = 0; k < Math.min(size, 12); k++) {
                int element = k;
                into.here(
                        node.id(),
                        draft -> {
                            double[] chosen = new double[size];
                            chosen[element] = 1;
                            int mask =
                                    draft.constant(Tensor.of(ground.node(input).shape(), chosen));
                            int one = draft.add(chainstep.op.Sum.ALL, draft.times(draft.at(input), mask));
                            return draft.times(draft.add(node.op(), draft.operands(node)), one);
                        },
                        input);
            }
        }
    }
}
