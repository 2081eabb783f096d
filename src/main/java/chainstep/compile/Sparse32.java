package chainstep.compile;

import java.util.Arrays;

/**
 * The rows of a batch from a table that is mostly zeros, and products with them that leave the zeros out. Mutable.
 *
 * <p>Java does several turns of a loop at once only over arrays that all begin where the loop does: hence rows of their own.
 */
public final class Sparse32 {
    /** For each row of the table, where its numbers start; then one past the last. */
    private final int[] starts;

    private final int[] columns;
    private final float[] values;
    private final int width;
    /** The rows of the batch. */
    private final int[] batch;
    /** For each column of the batch, where its numbers start; then one past the last. */
    private final int[] columnStarts;

    private int[] rowOf = {};
    private float[] valueOf = {};
    private float[][] lines = {};
    private final boolean[] copied;
    private float[] sum = {};
    private float[] nothing = {};

    /** Of a table of rows this wide. */
    public Sparse32(float[] table, int width, int taken) {
        this.width = width;
        this.starts = new int[table.length / width + 1];
        int count = 0;
        for (float value : table) {
            count += value != 0 ? 1 : 0;
        }
        columns = new int[count];
        values = new float[count];
        int next = 0;
        for (int k = 0; k < table.length; k++) {
            if (table[k] != 0) {
                columns[next] = k % width;
                values[next++] = table[k];
            }
            starts[k / width + 1] = next;
        }
        batch = new int[taken];
        columnStarts = new int[width + 2];
        copied = new boolean[width];
    }

    /** Takes the rows of a batch, those at {@code from} and behind, and sorts their numbers by column. */
    public void gather(int[] rows, int from) {
        System.arraycopy(rows, from, batch, 0, batch.length);
        Arrays.fill(columnStarts, 0);
        int count = 0;
        for (int row : batch) {
            for (int k = starts[row]; k < starts[row + 1]; k++) {
                columnStarts[columns[k] + 2]++;
            }
            count += starts[row + 1] - starts[row];
        }
        for (int column = 0; column < width; column++) {
            columnStarts[column + 2] += columnStarts[column + 1];
        }
        if (rowOf.length < count) {
            rowOf = new int[count];
            valueOf = new float[count];
        }
        for (int place = 0; place < batch.length; place++) {
            for (int k = starts[batch[place]]; k < starts[batch[place] + 1]; k++) {
                int next = columnStarts[columns[k] + 1]++;
                rowOf[next] = place;
                valueOf[next] = values[k];
            }
        }
    }

    private void room(int high, int n) {
        if (sum.length != n || lines.length < high) {
            sum = new float[n];
            nothing = new float[n];
            lines = new float[high][n];
        }
    }

    /** c = X·b, of the batch's rows X. */
    public void times(float[] b, float[] c, int n) {
        room(Math.max(width, batch.length), n);
        Arrays.fill(copied, false);
        for (int place = 0; place < batch.length; place++) {
            Arrays.fill(sum, 0);
            int end = starts[batch[place] + 1];
            for (int k = starts[batch[place]]; k < end; k += 4) {
                add(
                        line(b, columns[k]),
                        k + 1 < end ? line(b, columns[k + 1]) : nothing,
                        k + 2 < end ? line(b, columns[k + 2]) : nothing,
                        k + 3 < end ? line(b, columns[k + 3]) : nothing,
                        values,
                        k);
            }
            System.arraycopy(sum, 0, c, place * n, n);
        }
    }

    private float[] line(float[] b, int column) {
        float[] line = lines[column];
        if (!copied[column]) {
            System.arraycopy(b, column * sum.length, line, 0, sum.length);
            copied[column] = true;
        }
        return line;
    }

    /** c = Xᵀ·b, of the batch's rows X. */
    public void turnedTimes(float[] b, float[] c, int n) {
        room(Math.max(width, batch.length), n);
        for (int place = 0; place < batch.length; place++) {
            System.arraycopy(b, place * n, lines[place], 0, n);
        }
        for (int column = 0; column < width; column++) {
            int end = columnStarts[column + 1];
            if (columnStarts[column] == end) {
                Arrays.fill(c, column * n, column * n + n, 0);
                continue;
            }
            Arrays.fill(sum, 0);
            for (int k = columnStarts[column]; k < end; k += 4) {
                add(
                        lines[rowOf[k]],
                        k + 1 < end ? lines[rowOf[k + 1]] : nothing,
                        k + 2 < end ? lines[rowOf[k + 2]] : nothing,
                        k + 3 < end ? lines[rowOf[k + 3]] : nothing,
                        valueOf,
                        k);
            }
            System.arraycopy(sum, 0, c, column * n, n);
        }
    }

    private void add(float[] l0, float[] l1, float[] l2, float[] l3, float[] by, int k) {
        int last = by.length - 1;
        add(
                sum,
                l0,
                l1,
                l2,
                l3,
                by[k],
                by[Math.min(k + 1, last)],
                by[Math.min(k + 2, last)],
                by[Math.min(k + 3, last)]);
    }

    private static void add(
            float[] sum, float[] l0, float[] l1, float[] l2, float[] l3, float a, float b, float c, float d) {
        for (int j = 0; j < sum.length; j++) {
            sum[j] += a * l0[j] + b * l1[j] + (c * l2[j] + d * l3[j]);
        }
    }
}
