package chainstep.run;

import java.util.Arrays;

/** The carried values (parameters, optimiser states) at the start of an iteration: all that an iteration depends on. */
public final class Snapshot {
    private final long iteration;
    private final double[][] carried;

    /** @param carried the carried leaves' numbers, in the order of the program's carries */
    public Snapshot(long iteration, double[][] carried) {
        this.iteration = iteration;
        this.carried = Arrays.stream(carried).map(double[]::clone).toArray(double[][]::new);
    }

    public long iteration() {
        return iteration;
    }

    /** The same values at the start of another iteration. */
    public Snapshot at(long other) {
        return new Snapshot(other, carried);
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
        return Arrays.stream(carried).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite);
    }

    /** How many bytes it holds. */
    long bytes() {
        return Arrays.stream(carried).mapToLong(values -> 8L * values.length).sum();
    }
}
