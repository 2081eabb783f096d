package chainstep.debug;

import java.util.Comparator;

/**
 * A place in a run: this has just been computed, with everything before it.
 *
 * @param iteration from 0
 * @param node the node computed last, or −1 where the iteration has only begun and its leaves alone are known
 * @param element the flat place of the number computed last, or −1 for the whole node
 */
public record Step(long iteration, int node, int element) implements Comparable<Step> {
    /** In the order in which things are computed; a whole node follows its elements. */
    private static final Comparator<Step> ORDER = Comparator.comparingLong(Step::iteration)
            .thenComparingInt(Step::node)
            .thenComparingInt(step -> step.element < 0 ? Integer.MAX_VALUE : step.element);

    public Step {
        if (iteration < 0 || node < -1 || element < -1 || node < 0 && element >= 0) {
            throw new IllegalArgumentException("no step: " + iteration + ", " + node + ", " + element);
        }
    }

    /** Where an iteration begins. */
    public static Step start(long iteration) {
        return new Step(iteration, -1, -1);
    }

    public boolean isStart() {
        return node < 0;
    }

    @Override
    public int compareTo(Step other) {
        return ORDER.compare(this, other);
    }
}
