package chainstep.graph;

import java.util.List;

/**
 * A supply of rows out of a table: each iteration's numbers are some of its rows, one after another.
 *
 * <p>Whoever runs many iterations may ask which rows an iteration takes, and read them out of the table itself.
 */
public interface RowSupply extends Supply {
    /** How many rows the table has. */
    int count();

    /** How many numbers a row has. */
    int rowSize();

    /** What the numbers of a row are called; empty where they have no names. */
    List<String> names();

    /** A copy of the whole table, row by row. */
    double[] table();

    /** The rows of iteration {@code iteration}, in the order they are used; of every iteration as many. */
    int[] rows(long iteration);

    /** How many iterations go once through the table. */
    int perEpoch();

    /** Whether the rows stand along an axis of their own, the first; else the one row taken is the array. */
    boolean hasRowAxis();
}
