package chainstep.homework.mistake;

import chainstep.graph.Leaf;
import chainstep.graph.Node;
import chainstep.lang.Unrolled;
import java.util.OptionalInt;
import java.util.TreeSet;

/** In a later iteration a weight, or a value of the forward pass, of the iteration before. */
final class StaleUsed implements Mistake {
    @Override
    public String code() {
        return "M51";
    }

    @Override
    public String words() {
        return "M51.stale";
    }

    @Override
    public int rarity() {
        return 1;
    }

    @Override
    public void suspect(Ground ground, Node node, Suspects into) {
        ground.later(node.id()).ifPresent(later -> suspect(ground, node, later, into));
    }

    private static void suspect(Ground ground, Node node, Unrolled later, Suspects into) {
        int before = later.iteration() - 1;
        if (ground.isAsked(node)) {
            ground.at(before, later.node()).ifPresent(stale -> into.here(node.id(), draft -> draft.at(stale), stale));
        }
        Node first = ground.node(later.node());
        for (int read : new TreeSet<>(node.inputs())) {
            int origin = first.inputs().get(node.inputs().indexOf(read));
            OptionalInt stale = ground.at(before, origin);
            boolean weight = ground.node(origin).isLeaf(Leaf.Kind.PARAM);
            boolean value = ground.isGradient(first) && ground.isForward(ground.node(origin));
            if (origin != read && stale.isPresent() && (weight || value)) {
                into.everywhere(
                        weight ? "weight" : "value",
                        node.id(),
                        draft -> draft.reading(node, read, draft.at(stale.getAsInt())),
                        stale.getAsInt());
            }
        }
    }
}
