package chainstep.data;

import java.util.Arrays;
import java.util.List;

/**
 * An immutable table of numbers: {@code count} rows, each an array of the same shape of rank 0 to 3.
 *
 * <p>As one array it has the shape [count, row shape…], row-major, rank 1 to 4. Names, one for each number of a row, are there
 * or are an empty list (images have none).
 */
public final class Rows {
    private final int count;
    private final int[] rowShape;
    private final int rowSize;
    private final Cells cells;
    private final List<String> names;

    Rows(int count, int[] rowShape, Cells cells, List<String> names) {
        this.count = count;
        this.rowShape = rowShape.clone();
        this.rowSize = size(rowShape);
        this.cells = cells;
        this.names = List.copyOf(names);
        if (rowShape.length > 3) {
            throw new IllegalArgumentException("a row has rank 0 to 3, not " + rowShape.length);
        }
        if (cells.size() != (long) count * rowSize) {
            throw new IllegalArgumentException(
                    cells.size() + " numbers are not " + count + " rows of shape " + Arrays.toString(rowShape));
        }
        if (!names.isEmpty() && names.size() != rowSize) {
            throw new IllegalArgumentException(names.size() + " names for rows of " + rowSize + " numbers");
        }
    }

    /**
     * A table over a copy of row-major values.
     *
     * @throws IllegalArgumentException if the values, the shape and the names do not fit each other
     */
    public static Rows of(int count, int[] rowShape, double[] values, List<String> names) {
        return new Rows(count, rowShape, Cells.copyOf(values), names);
    }

    private static int size(int[] shape) {
        long size = 1;
        for (int extent : shape) {
            if (extent < 1) {
                throw new IllegalArgumentException("a row's shape " + Arrays.toString(shape) + " has an empty axis");
            }
            size = Math.multiplyExact(size, extent);
        }
        return Math.toIntExact(size);
    }

    public int count() {
        return count;
    }

    public int[] rowShape() {
        return rowShape.clone();
    }

    /** The shape of a batch of so many rows: [rows, row shape…]. */
    public int[] batchShape(int rows) {
        int[] shape = new int[rowShape.length + 1];
        shape[0] = rows;
        System.arraycopy(rowShape, 0, shape, 1, rowShape.length);
        return shape;
    }

    /** How many numbers a row has. */
    public int rowSize() {
        return rowSize;
    }

    public List<String> names() {
        return names;
    }

    /** Number j of row i, j counting row-major within the row. */
    public double at(int i, int j) {
        return cells.at(i * rowSize + j);
    }

    /** A copy of row i. */
    public double[] row(int i) {
        return values(i);
    }

    /** A copy of these rows, one after another: the batch [rows.length, row shape…], row-major. */
    public double[] values(int... rows) {
        double[] values = new double[rows.length * rowSize];
        for (int k = 0; k < rows.length; k++) {
            for (int j = 0; j < rowSize; j++) {
                values[k * rowSize + j] = at(rows[k], j);
            }
        }
        return values;
    }

    /** A copy of everything, row-major. */
    public double[] values() {
        return values(Order.ascending(0, count));
    }

    /** The table of these rows, in this order. */
    public Rows select(int... rows) {
        return new Rows(rows.length, rowShape, cells.select(rows, rowSize), names);
    }

    /** The same numbers with each row as one vector: 28×28 becomes 784. Shares storage. */
    public Rows flat() {
        return new Rows(count, new int[] {rowSize}, cells, names);
    }

    /** The same numbers with each row, of one number, as that number: [count, 1] becomes [count]. Shares storage. */
    Rows scalars() {
        return new Rows(count, new int[0], cells, names);
    }
}
