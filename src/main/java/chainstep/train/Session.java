package chainstep.train;

import chainstep.run.Snapshot;

/** A program being trained by an engine, in the state before some update. Mutable; one thread. */
public interface Session {
    /** Goes on from a state. */
    void load(Snapshot from);

    /** The state before the next update. */
    Snapshot snapshot();

    /**
     * Runs updates.
     *
     * @return for each output, its number in each update
     */
    double[][] run(int updates);

    /** The value of kept node number {@code index} in the last update, row-major. */
    double[] kept(int index);
}
