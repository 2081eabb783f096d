package chainstep.homework.mistake;

import chainstep.graph.Node;
import chainstep.op.Add;

/** The regularisation term, or its ½, is forgotten. */
final class HalfPenalty implements Mistake {
    @Override
    public String code() {
        return "M31";
    }

    @Override
    public int rarity() {
        return 2;
    }

    @Override
    public void suspect(Ground ground, Node node, Suspects into) {
        if (Penalties.isPart(ground, node)) {
            Scales.skip(ground, node, into, (factor, other) -> true);
        } else if (ground.readers(node.id()).stream()
                .anyMatch(reader -> Penalties.isPart(ground, ground.node(reader)))) {
            Scales.skip(ground, node, into, (factor, other) -> true);
        }
        if (node.op() instanceof Add && ground.isForward(node)) {
            for (int k = 0; k < 2; k++) {
                int rest = node.inputs().get(1 - k);
                if (Penalties.isPart(ground, ground.node(node.inputs().get(k)))
                        && !Penalties.isPart(ground, ground.node(rest))) {
                    into.everywhere(
                            "dropped",
                            node.id(),
                            draft -> draft.at(rest),
                            node.inputs().get(k));
                }
            }
        }
        ground.link(node)
                .filter(link -> Penalties.isPart(ground, link.through()))
                .ifPresent(link -> {
                    into.everywhere("zero", node.id(), draft -> draft.zeros(node.shape()), link.by());
                    Scales.skip(ground, node, into, (factor, other) -> true);
                });
    }
}
