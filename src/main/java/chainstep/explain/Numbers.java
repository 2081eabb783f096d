package chainstep.explain;

import chainstep.graph.Node;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** The steps of single numbers, value after value, each worked out when it is asked for. Mutable. */
final class Numbers implements Iterator<Derivation> {
    private final ElementStep step;
    private final List<Node> values;
    private final int most;
    private int value;
    private int element;

    /** @param most how many numbers of each value are told */
    Numbers(ElementStep step, List<Node> values, int most) {
        this.step = step;
        this.values = List.copyOf(values);
        this.most = most;
    }

    @Override
    public boolean hasNext() {
        return value < values.size();
    }

    @Override
    public Derivation next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Node node = values.get(value);
        Derivation next = step.of(node.id(), element++);
        if (element >= Math.min(most, node.shape().size())) {
            value++;
            element = 0;
        }
        return next;
    }
}
