package chainstep.homework.mistake;

import chainstep.graph.Node;

/** An activation left out: z stands where a = f(z) belongs. */
final class ActivationForgotten implements Mistake {
    @Override
    public String code() {
        return "M52";
    }

    @Override
    public int rarity() {
        return 4;
    }

    @Override
    public void suspect(Ground ground, Node node, Suspects into) {
        if (ground.isActivation(node) && ground.isForward(node)) {
            into.everywhere(
                    "forward", node.id(), draft -> draft.at(node.inputs().get(0)));
        }
        ground.link(node).ifPresent(link -> {
            for (int read : node.inputs()) {
                Node value = ground.node(read);
                if (read != link.upstream() && ground.isActivation(value) && !ground.isActivation(link.through())) {
                    into.here(
                            node.id(),
                            draft -> draft.reading(
                                    node, read, draft.at(value.inputs().get(0))),
                            read);
                }
            }
        });
    }
}
