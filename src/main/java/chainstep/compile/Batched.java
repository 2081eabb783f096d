package chainstep.compile;

import chainstep.graph.IndexMap;
import chainstep.graph.Nest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Which axis of each array, and which loop of each nest, goes over the rows of the batch.
 *
 * <p>Where every nest that touches rows handles one row at a time, an iteration can be run row by row: all nests of a row at once.
 */
final class Batched {
    /** No axis, no loop. */
    static final int NONE = -1;

    private final Flow flow;
    private final int rows;
    private final boolean spreads;
    private final int[] axis;
    private final int[] loop;

    private Batched(Flow flow, int rows, boolean spreads) {
        this.flow = flow;
        this.rows = rows;
        this.spreads = spreads;
        this.axis = new int[flow.arrays().size()];
        this.loop = new int[flow.loops().size()];
        Arrays.fill(axis, NONE);
        Arrays.fill(loop, NONE);
    }

    /** The axes of a flow; empty where rows are mixed otherwise than by being summed up. */
    static Optional<Batched> of(Flow flow) {
        List<Integer> rows = flow.arrays(Flow.Kind.ROWS).stream()
                .filter(Batched::hasRowAxis)
                .map(array -> array.shape().dim(0))
                .distinct()
                .toList();
        if (rows.size() > 1) {
            return Optional.empty();
        }
        int count = rows.isEmpty() ? 1 : rows.get(0);
        Batched spreading = new Batched(flow, count, true);
        if (!rows.isEmpty() && spreading.follow()) {
            // a parameter with as many rows as the batch is no row's: its step would be spread by mistake
            if (flow.carries().stream().allMatch(carry -> spreading.axis(carry.next()) == NONE)) {
                return Optional.of(spreading);
            }
        }
        Batched plain = new Batched(flow, count, false);
        return plain.follow() ? Optional.of(plain) : Optional.empty();
    }

    private static boolean hasRowAxis(Flow.Array array) {
        return Flow.rows(array).hasRowAxis();
    }

    /** How many rows a batch has; one where nothing has rows. */
    int rows() {
        return rows;
    }

    /** The axis of an array along which its rows lie. */
    int axis(int array) {
        return axis[array];
    }

    /** The loop of a nest, by its place in the flow, that goes over the rows. */
    int loop(int nest) {
        return loop[nest];
    }

    private boolean follow() {
        flow.arrays(Flow.Kind.ROWS).stream().filter(Batched::hasRowAxis).forEach(array -> axis[array.id()] = 0);
        for (int n = 0; n < loop.length; n++) {
            if (!follow(n, flow.loops().get(n).nest())) {
                return false;
            }
        }
        return true;
    }

    /** Finds the loop over the rows in one nest; false where it is not one loop. */
    private boolean follow(int number, Nest nest) {
        int found = axis[nest.out()] == NONE ? NONE : rowLoop(nest, nest.target(), axis[nest.out()]);
        if (axis[nest.out()] != NONE && found == NONE) {
            return false;
        }
        for (Nest.Read read : nest.reads()) {
            if (axis[read.array()] == NONE) {
                continue;
            }
            int over = rowLoop(nest, read.map(), axis[read.array()]);
            if (over == NONE || found != NONE && found != over) {
                return false;
            }
            found = over;
        }
        if (found == NONE && spreads) {
            found = spreading(nest);
        }
        loop[number] = found;
        return found == NONE || writes(nest, found);
    }

    /** The loop that goes over an array's rows one by one, all of them; none where they are reached otherwise. */
    private int rowLoop(Nest nest, IndexMap map, int along) {
        for (int candidate = 0; candidate < nest.domain().size(); candidate++) {
            if (nest.domain().get(candidate) == rows && follows(map, along, candidate)) {
                return candidate;
            }
        }
        return NONE;
    }

    /** Whether one axis of a map is this loop's index, and no other axis depends on it. */
    private static boolean follows(IndexMap map, int along, int loop) {
        for (int axis = 0; axis < map.rank(); axis++) {
            if (axis != along && map.coefficient(axis, loop) != 0) {
                return false;
            }
        }
        if (map.offset(along) != 0) {
            return false;
        }
        for (int other = 0; other < map.domainRank(); other++) {
            if (map.coefficient(along, other) != (other == loop ? 1 : 0)) {
                return false;
            }
        }
        return true;
    }

    /** A loop that only repeats numbers along the first axis of the result, as many times as there are rows. */
    private int spreading(Nest nest) {
        boolean fits = nest.fold() == Nest.Fold.SUM
                && !nest.domain().isEmpty()
                && nest.target().isIdentity()
                && nest.domain().get(0) == rows
                && flow.arrays().get(nest.out()).shape().dim(0) == rows
                && nest.reads().stream().noneMatch(read -> read.map().dependsOn(0));
        return fits && !nest.body().hasPosition() ? 0 : NONE;
    }

    /** Notes the axis of what a nest writes; false where rows would run into one another. */
    private boolean writes(Nest nest, int over) {
        int found = NONE;
        for (int along = 0; along < nest.target().rank(); along++) {
            if (nest.target().coefficient(along, over) == 0) {
                continue;
            }
            boolean whole = flow.arrays().get(nest.out()).shape().dim(along) == rows;
            if (!whole || !follows(nest.target(), along, over)) {
                return false;
            }
            found = along;
        }
        boolean joins = found == NONE && nest.fold() == Nest.Fold.MAX;
        if (joins || axis[nest.out()] != NONE && axis[nest.out()] != found) {
            return false;
        }
        axis[nest.out()] = found;
        if (nest.winner() >= 0) {
            axis[nest.winner()] = found;
        }
        return true;
    }
}
