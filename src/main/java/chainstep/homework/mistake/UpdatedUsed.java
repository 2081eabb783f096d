package chainstep.homework.mistake;

import chainstep.graph.Node;
import chainstep.graph.Role;
import chainstep.lang.Unrolled;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;

/** An updated weight where the old one belongs. */
final class UpdatedUsed implements Mistake {
    @Override
    public String code() {
        return "M07";
    }

    @Override
    public int rarity() {
        return 1;
    }

    @Override
    public void suspect(Ground ground, Node node, Suspects into) {
        if (node.isLeaf() || node.role() instanceof Role.Update) {
            return;
        }
        for (int read : new TreeSet<>(node.inputs())) {
            OptionalInt next = next(ground, node, read);
            if (next.isPresent()) {
                into.everywhere(
                        ground.isGradient(node) ? "back" : "forward",
                        node.id(),
                        draft -> draft.reading(node, read, draft.at(next.getAsInt())),
                        read);
            }
        }
    }

    /** The updated value of what a node reads. */
    private static OptionalInt next(Ground ground, Node node, int read) {
        Optional<Unrolled> later = ground.later(node.id());
        if (later.isEmpty()) {
            return ground.program().next(read);
        }
        int leaf = ground.node(later.get().node()).inputs().get(node.inputs().indexOf(read));
        OptionalInt next = ground.node(leaf).isLeaf() ? ground.program().next(leaf) : OptionalInt.empty();
        return next.isPresent() ? ground.at(later.get().iteration(), next.getAsInt()) : next;
    }
}
