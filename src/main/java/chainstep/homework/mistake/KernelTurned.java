package chainstep.homework.mistake;

import chainstep.graph.Node;
import chainstep.op.Conv2d;

/** The kernel of a convolution turned round where it is not, or the other way about. */
final class KernelTurned implements Mistake {
    @Override
    public String code() {
        return "M29";
    }

    @Override
    public int rarity() {
        return 1;
    }

    @Override
    public void suspect(Ground ground, Node node, Suspects into) {
        if (node.op() instanceof Conv2d) {
            into.everywhere(
                    "forward",
                    node.id(),
                    draft -> turned(draft, node, node.inputs().get(1)),
                    node.inputs().get(1));
        }
        ground.link(node)
                .filter(link -> link.through().op() instanceof Conv2d && link.operand() == 0)
                .ifPresent(link -> {
                    int kernel = link.through().inputs().get(1);
                    into.everywhere("back", node.id(), draft -> turned(draft, node, kernel), kernel);
                });
    }

    private static int turned(Draft draft, Node node, int kernel) {
        return draft.reading(node, kernel, draft.add(new Turned(), draft.at(kernel)));
    }
}
