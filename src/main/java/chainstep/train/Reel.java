package chainstep.train;

import chainstep.run.Snapshot;
import java.util.List;
import java.util.TreeMap;

/**
 * States along a training, evenly spread over it and always with the last, as many as fit a number of bytes. Mutable; one thread.
 *
 * <p>When there are too many every other one goes, and from then on only every other one is taken.
 */
public final class Reel {
    /** As many as anyone tells apart on a slider. */
    public static final int MOST = 400;

    private static final long BYTES = 96L << 20;
    private static final int LEAST = 8;

    private final int capacity;
    /** By how many were offered before. */
    private final TreeMap<Long, Snapshot> frames = new TreeMap<>();

    private long stride = 1;
    private long offered;

    /** @param numbers how many a state has */
    public Reel(long numbers) {
        this.capacity = (int) Math.max(LEAST, Math.min(MOST, BYTES / Math.max(1, 8 * numbers)));
    }

    /** Takes a state, which comes after all before. */
    public void add(Snapshot state) {
        if (!frames.isEmpty() && frames.lastKey() % stride != 0) {
            frames.pollLastEntry();
        }
        frames.put(offered, state);
        offered++;
        while (frames.size() > capacity) {
            stride *= 2;
            long last = frames.lastKey();
            frames.keySet().removeIf(kept -> kept % stride != 0 && kept != last);
        }
    }

    /** Lets go of all that comes after an update. */
    public void cut(long iteration) {
        frames.values().removeIf(state -> state.iteration() > iteration);
        offered = frames.isEmpty() ? 0 : frames.lastKey() + 1;
    }

    /** In the order of the training. */
    public List<Snapshot> frames() {
        return List.copyOf(frames.values());
    }
}
