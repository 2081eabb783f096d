package chainstep.run;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The snapshots kept of a run, thinned so that they fit a number of bytes.
 *
 * <p>Two levels. Over the whole run, one every {@code stride} iterations; when there are too many the stride doubles and
 * every other one goes. Within the one block of {@code stride} iterations that was last run again, more of them, evenly
 * spread; so walking backwards through a block runs it whole once, then only small parts of it. With c snapshots to a level,
 * going back from iteration n costs about n/c² iterations. Mutable; one thread.
 */
final class Snapshots {
    /** The most snapshots to a level, whatever their size. */
    static final int MOST = 4096;

    /** What a snapshot takes besides its numbers: headers and the map's entry. */
    private static final int OVERHEAD = 256;

    private final TreeMap<Long, Snapshot> run = new TreeMap<>();
    private final TreeMap<Long, Snapshot> block = new TreeMap<>();
    /** Those told from outside, which nothing thins. */
    private final TreeMap<Long, Snapshot> told = new TreeMap<>();

    private final int capacity;
    private long stride = 1;
    private long blockNumber;
    private long furthest;

    /** @param budget how many bytes both levels together may take; two snapshots each are always kept */
    Snapshots(Snapshot start, long budget) {
        this.capacity = (int) Math.max(2, Math.min(MOST, budget / 2 / (start.bytes() + OVERHEAD)));
        run.put(start.iteration(), start);
    }

    /** The latest snapshot kept of an iteration not after this one. */
    Snapshot before(long iteration) {
        Snapshot near = run.floorEntry(iteration).getValue();
        near = later(near, block.floorEntry(iteration));
        return later(near, told.floorEntry(iteration));
    }

    private static Snapshot later(Snapshot near, Map.Entry<Long, Snapshot> other) {
        return other != null && other.getKey() >= near.iteration() ? other.getValue() : near;
    }

    /** Goes by these states from now on, and by none that was told before or worked out from one. */
    void tell(List<Snapshot> states) {
        Snapshot start = run.firstEntry().getValue();
        run.clear();
        run.put(start.iteration(), start);
        block.clear();
        told.clear();
        states.forEach(state -> told.put(state.iteration(), state));
        stride = 1;
        furthest = 0;
    }

    /** Notes that the run gets to this iteration, and says whether its snapshot is to be kept. */
    boolean wants(long iteration) {
        boolean again = iteration <= furthest;
        furthest = Math.max(furthest, iteration);
        if (iteration % stride == 0) {
            return !run.containsKey(iteration);
        }
        return again && iteration % blockStride() == 0 && !block.containsKey(iteration);
    }

    void keep(Snapshot snapshot) {
        long iteration = snapshot.iteration();
        if (iteration % stride == 0) {
            run.put(iteration, snapshot);
            if (run.size() > capacity) {
                thin();
            }
            return;
        }
        if (iteration / stride != blockNumber) {
            blockNumber = iteration / stride;
            block.clear();
        }
        block.put(iteration, snapshot);
    }

    private void thin() {
        stride *= 2;
        run.keySet().removeIf(kept -> kept % stride != 0);
        block.clear();
    }

    private long blockStride() {
        return (stride + capacity - 1) / capacity;
    }

    int size() {
        return run.size() + block.size();
    }
}
