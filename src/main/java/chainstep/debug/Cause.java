package chainstep.debug;

import java.util.List;

/**
 * Who wrote a number, and from what.
 *
 * @param written the number where it was computed; a parameter's, in the update of the iteration before
 * @param from the numbers it was computed from; none for a leaf, which was given
 * @param isAll whether {@code from} lists all of them
 */
public record Cause(Scalar written, List<Scalar> from, boolean isAll) {
    /** The most numbers listed. */
    public static final int MOST = 10_000;

    public Cause {
        from = List.copyOf(from);
    }

    /** One number of a run. */
    public record Scalar(long iteration, int node, int element, double value) {
        public boolean isFinite() {
            return Double.isFinite(value);
        }
    }

    /** Whether nothing computed it: written in the source, read, drawn. */
    public boolean isGiven() {
        return from.isEmpty();
    }
}
