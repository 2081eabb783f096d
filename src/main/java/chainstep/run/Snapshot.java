package chainstep.run;

import java.util.Arrays;

/** The carried values (parameters, optimiser states) at the start of an iteration: all that an iteration depends on. */
public final class Snapshot {
    private final long iteration;
    private final double[][] carried;

    /** @param carried the carried leaves' numbers, in the order of the program's carries */
    public Snapshot(long iteration, double[][] carried) {
        this(Arrays.stream(carried).map(double[]::clone).toArray(double[][]::new), iteration);
    }

    private Snapshot(double[][] own, long iteration) {
        this.iteration = iteration;
        this.carried = own;
    }

    /** One of arrays that nobody else holds, so that large ones need not be copied. */
    public static Snapshot owning(long iteration, double[][] carried) {
        return new Snapshot(carried, iteration);
    }

    public long iteration() {
        return iteration;
    }

    /** The same values at the start of another iteration. */
    public Snapshot at(long other) {
        return owning(other, carried);
    }

    /** Writes the value of carried leaf number {@code index} (in the order of the program's carries). */
    void fill(int index, double[] into) {
        System.arraycopy(carried[index], 0, into, 0, into.length);
    }

    /** A copy of the value of carried leaf number {@code index}. */
    public double[] values(int index) {
        return carried[index].clone();
    }

    /** How many leaves are carried. */
    public int size() {
        return carried.length;
    }

    /** Whether every number carried is finite. */
    public boolean isFinite() {
        for (double[] values : carried) {
            for (double value : values) {
                if (!Double.isFinite(value)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** How many bytes it holds. */
    long bytes() {
        return Arrays.stream(carried).mapToLong(values -> 8L * values.length).sum();
    }
}
