package chainstep.compile;

import chainstep.graph.Nest;
import chainstep.graph.RowSupply;
import chainstep.graph.Supply;
import chainstep.math.Shape;
import java.util.List;
import java.util.Optional;

/**
 * What one iteration computes, as loops over numbered arrays: a program without its nodes.
 *
 * @param arrays all arrays, the leaves' first among what reads them
 * @param loops the loops, in the order they run
 * @param carries after an iteration, each array {@code next} becomes {@code leaf}
 * @param outputs arrays of one number, told of every iteration
 * @param kept arrays that can be looked at after an iteration
 */
public record Flow(
        List<Array> arrays, List<Loop> loops, List<Carry> carries, List<Integer> outputs, List<Integer> kept) {
    /**
     * An array.
     *
     * @param kind where its numbers come from
     * @param supply what fills it; of a carried array, at the start; of one that is computed, nothing
     */
    public record Array(int id, Shape shape, Kind kind, Optional<Supply> supply) {}

    public enum Kind {
        /** Rows of a table, a different choice in each iteration. */
        ROWS,
        /** Filled anew before each iteration. */
        DRAWN,
        /** Always the same. */
        FIXED,
        /** Carried from one iteration to the next. */
        CARRIED,
        /** Computed. */
        MADE
    }

    /**
     * A nest over the flow's arrays.
     *
     * @param assigns whether it alone writes its array, each element once
     * @param divisor what its sums are divided by when they are whole
     */
    public record Loop(Nest nest, boolean assigns, double divisor) {}

    /** What is carried on; number {@code index} of the program's carries. */
    public record Carry(int index, int leaf, int next) {}

    public Flow {
        arrays = List.copyOf(arrays);
        loops = List.copyOf(loops);
        carries = List.copyOf(carries);
        outputs = List.copyOf(outputs);
        kept = List.copyOf(kept);
    }

    /** The arrays of one kind. */
    public List<Array> arrays(Kind kind) {
        return arrays.stream().filter(array -> array.kind() == kind).toList();
    }

    /** The table that an array's rows come from. */
    static RowSupply rows(Array array) {
        return (RowSupply) array.supply().orElseThrow();
    }
}
