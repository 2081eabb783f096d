package chainstep.explain;

import chainstep.graph.Node;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** The steps of single numbers, value after value, each worked out when it is asked for. Mutable. */
final class Numbers implements Iterator<Derivation> {
    private final Page page;
    private final ElementStep step;
    private final List<Node> values;
    private final int most;
    private int value;
    private int element;

    /** @param most how many numbers of each value are told */
    Numbers(Page page, List<Node> values, int most) {
        this.page = page;
        this.step = new ElementStep(page);
        this.values = List.copyOf(values);
        this.most = most;
        pass();
    }

    /** Leaves out the numbers that were told before, of what brackets took out. */
    private void pass() {
        while (value < values.size()) {
            Node node = values.get(value);
            while (element < Math.min(most, node.shape().size()) && page.isTold(node, element)) {
                element++;
            }
            if (element < Math.min(most, node.shape().size())) {
                return;
            }
            value++;
            element = 0;
        }
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
        pass();
        int left = node.shape().size() - most;
        boolean last = !hasNext() || values.get(value) != node;
        return last && left > 0 ? cut(next, left) : next;
    }

    /** The last number that is told of a value, saying so. */
    private Derivation cut(Derivation last, int left) {
        Form rest = page.prose().say("note.rest", left, page.name(last.node()));
        return last.noting(rest);
    }
}
