package chainstep.data;

import java.util.Arrays;

/** How the numbers of a table lie in memory: as doubles, or as an image's bytes with a common divisor. Never changed once made. */
sealed interface Cells {
    int size();

    double at(int i);

    /** The numbers of some rows, each of a width, one after another. */
    Cells select(int[] rows, int width);

    /** Every number divided by a divisor. */
    Cells over(double divisor);

    /** Plain row-major doubles. */
    record Doubles(double[] values) implements Cells {
        @Override
        public int size() {
            return values.length;
        }

        @Override
        public double at(int i) {
            return values[i];
        }

        @Override
        public Cells select(int[] rows, int width) {
            double[] chosen = new double[rows.length * width];
            for (int k = 0; k < rows.length; k++) {
                System.arraycopy(values, rows[k] * width, chosen, k * width, width);
            }
            return new Doubles(chosen);
        }

        @Override
        public Cells over(double divisor) {
            return divisor == 1
                    ? this
                    : new Doubles(Arrays.stream(values).map(v -> v / divisor).toArray());
        }
    }

    /** Unsigned bytes over a divisor: an eighth of the memory, the same numbers. */
    record Bytes(byte[] values, double divisor) implements Cells {
        @Override
        public int size() {
            return values.length;
        }

        @Override
        public double at(int i) {
            return (values[i] & 0xFF) / divisor;
        }

        @Override
        public Cells select(int[] rows, int width) {
            byte[] chosen = new byte[rows.length * width];
            for (int k = 0; k < rows.length; k++) {
                System.arraycopy(values, rows[k] * width, chosen, k * width, width);
            }
            return new Bytes(chosen, divisor);
        }

        @Override
        public Cells over(double by) {
            return by == 1 ? this : new Bytes(values, divisor * by);
        }
    }

    static Cells copyOf(double[] values) {
        return new Doubles(Arrays.copyOf(values, values.length));
    }
}
