package chainstep.homework.mistake;

import chainstep.grad.Updates;
import chainstep.graph.Leaf;
import chainstep.graph.Node;
import java.util.OptionalInt;
import java.util.TreeSet;

/** Values that the text freezes, biases most of all, updated like the others. */
final class FrozenUpdated implements Mistake {
    @Override
    public String code() {
        return "M12";
    }

    @Override
    public int rarity() {
        return 2;
    }

    @Override
    public void suspect(Ground ground, Node node, Suspects into) {
        OptionalInt origin = ground.origin(node.id());
        OptionalInt rate = Updates.part(ground.program(), Updates.SHARED, "rate");
        if (origin.isEmpty() || rate.isEmpty() || ground.program().loss().isEmpty()) {
            return;
        }
        int loss = ground.program().loss().getAsInt();
        for (int read : new TreeSet<>(node.inputs())) {
            boolean frozen = ground.node(read).isLeaf(Leaf.Kind.CONST)
                    && ground.program().next(read).isEmpty();
            if (frozen) {
                ground.gradient(loss, read)
                        .ifPresent(gradient -> into.everywhere(
                                "together",
                                node.id(),
                                draft -> updated(draft, node, read, rate.getAsInt(), gradient),
                                read));
                ground.gradient(loss, origin.getAsInt()).stream()
                        .filter(gradient -> ground.node(gradient)
                                .shape()
                                .equals(ground.node(read).shape()))
                        .forEach(gradient -> into.everywhere(
                                "apart",
                                node.id(),
                                draft -> updated(draft, node, read, rate.getAsInt(), gradient),
                                read));
            }
        }
    }

    private static int updated(Draft draft, Node node, int leaf, int rate, int gradient) {
        int step = draft.times(draft.at(gradient), draft.at(rate));
        return draft.reading(node, leaf, draft.minus(draft.at(leaf), step));
    }
}
