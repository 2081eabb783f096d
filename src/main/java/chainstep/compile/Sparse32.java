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
    private float[] sum = {};
    private float[] nothing = {};
    private float[] left = {};

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
            left = new float[n];
            lines = new float[high][n];
        }
    }

    /** c = X·b, of the batch's rows X. */
    public void times(float[] b, float[] c, int n) {
        room(Math.max(width, batch.length), n);
        for (int column = 0; column < width; column++) {
            if (columnStarts[column] < columnStarts[column + 1]) {
                System.arraycopy(b, column * n, lines[column], 0, n);
            }
        }
        for (int place = 0; place < batch.length; place++) {
            add(columns, values, starts[batch[place]], starts[batch[place] + 1]);
            System.arraycopy(sum, 0, c, place * n, n);
        }
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
            add(rowOf, valueOf, columnStarts[column], end);
            System.arraycopy(sum, 0, c, column * n, n);
        }
    }

    /** w −= by·Xᵀ·b, of the batch's rows X; the rows of w that lose nothing are not touched. */
    public void takeOffTurned(float by, float[] b, float[] w, int n) {
        room(Math.max(width, batch.length), n);
        for (int place = 0; place < batch.length; place++) {
            System.arraycopy(b, place * n, lines[place], 0, n);
        }
        for (int column = 0; column < width; column++) {
            if (columnStarts[column] < columnStarts[column + 1]) {
                add(rowOf, valueOf, columnStarts[column], columnStarts[column + 1]);
                System.arraycopy(w, column * n, left, 0, n);
                takeOff(by, sum, left);
                System.arraycopy(left, 0, w, column * n, n);
            }
        }
    }

    private static void takeOff(float by, float[] sum, float[] left) {
        for (int j = 0; j < left.length; j++) {
            left[j] -= by * sum[j];
        }
    }

    /** The sum of so many lines, each multiplied. */
    private void add(int[] which, float[] by, int from, int end) {
        Arrays.fill(sum, 0);
        int k = from;
        for (; k + 3 < end; k += 4) {
            add(
                    sum,
                    lines[which[k]],
                    lines[which[k + 1]],
                    lines[which[k + 2]],
                    lines[which[k + 3]],
                    by[k],
                    by[k + 1],
                    by[k + 2],
                    by[k + 3]);
        }
        if (k < end) {
            boolean two = k + 1 < end;
            boolean three = k + 2 < end;
            float[] second = two ? lines[which[k + 1]] : nothing;
            float[] third = three ? lines[which[k + 2]] : nothing;
            add(sum, lines[which[k]], second, third, nothing, by[k], two ? by[k + 1] : 0, three ? by[k + 2] : 0, 0);
        }
    }

    private static void add(
            float[] sum, float[] l0, float[] l1, float[] l2, float[] l3, float a, float b, float c, float d) {
        for (int j = 0; j < sum.length; j++) {
            sum[j] += a * l0[j] + b * l1[j] + (c * l2[j] + d * l3[j]);
        }
    }
}
