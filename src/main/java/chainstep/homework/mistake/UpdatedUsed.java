package chainstep.homework.mistake;

import chainstep.graph.Node;
import chainstep.graph.Role;
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
            OptionalInt next = ground.program().next(read);
            if (next.isPresent()) {
                into.everywhere(
                        ground.isGradient(node) ? "back" : "forward",
                        node.id(),
                        draft -> draft.reading(node, read, draft.at(next.getAsInt())),
                        read);
            }
        }
    }
}
