package chainstep.ui;

import java.util.List;

/**
 * What some numbers of a watch were at the ends of the last iterations, to be drawn small.
 *
 * @param from the first of these iterations
 * @param lines for each number, what it was in one iteration after the other
 */
public record Past(long from, List<List<Double>> lines) {
    public Past {
        lines = lines.stream().map(List::copyOf).toList();
    }

    /** The last of the iterations. */
    public long to() {
        return from + lines.get(0).size() - 1;
    }
}
