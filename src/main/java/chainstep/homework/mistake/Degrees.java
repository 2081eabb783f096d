package chainstep.homework.mistake;

import chainstep.graph.Node;
import chainstep.op.Cos;
import chainstep.op.Sin;

/** Degrees instead of radians. */
final class Degrees implements Mistake {
    @Override
    public String code() {
        return "M16";
    }

    @Override
    public int rarity() {
        return 1;
    }

    @Override
    public void suspect(Ground ground, Node node, Suspects into) {
        if (node.op() instanceof Sin || node.op() instanceof Cos) {
            into.everywhere(
                    "degrees",
                    node.id(),
                    draft -> draft.add(node.op(), turned(draft, node.inputs().get(0))));
        }
        ground.link(node)
                .filter(link ->
                        link.through().op() instanceof Sin || link.through().op() instanceof Cos)
                .ifPresent(link -> into.everywhere(
                        "degrees", node.id(), draft -> draft.reading(node, link.by(), turned(draft, link.by()))));
    }

    private static int turned(Draft draft, int angle) {
        return draft.scale(StrictMath.PI / 180, draft.at(angle));
    }
}
