package chainstep.homework.mistake;

import chainstep.graph.Node;
import chainstep.op.Slice;
import java.util.Set;
import java.util.TreeSet;

/** Another element, unit or weight than the one asked for: an index mixed up. */
final class WrongElement implements Mistake {
    @Override
    public String code() {
        return "M10";
    }

    @Override
    public int rarity() {
        return 2;
    }

    @Override
    public void suspect(Ground ground, Node node, Suspects into) {
        boolean asked = ground.isTarget(node) && node.id() >= ground.own();
        boolean read = ground.isForward(node) && node.id() < ground.own();
        if (node.op() instanceof Slice slice && (asked || read)) {
            elements(node, slice, ground, into);
        }
        Set<Integer> own = new TreeSet<>(node.inputs());
        for (int operand : own) {
            for (int other : Siblings.of(ground, operand)) {
                boolean backward = !ground.isForward(node);
                if (!own.contains(other) && (other < node.id() || backward)) {
                    into.here(node.id(), draft -> draft.reading(node, operand, draft.at(other)), operand, other);
                }
            }
        }
        if (ground.isAsked(node)) {
            Siblings.of(ground, node.id()).forEach(other -> into.here(node.id(), draft -> draft.at(other), other));
        }
    }

    private static void elements(Node node, Slice slice, Ground ground, Suspects into) {
        int array = node.inputs().get(0);
        int size = ground.node(array).shape().size();
        boolean single = node.shape().size() == 1 && slice.picks().stream().allMatch(pick -> pick instanceof Slice.At);
        for (int k = 0; single && k < Math.min(size, 64); k++) {
            Slice other = at(ground.node(array).shape().index(k));
            if (!other.equals(slice)) {
                into.here(node.id(), draft -> draft.add(other, draft.at(array)), array);
            }
        }
    }

    private static Slice at(int... index) {
        return new Slice(java.util.Arrays.stream(index)
                .mapToObj(one -> (Slice.Pick) new Slice.At(one))
                .toList());
    }
}
