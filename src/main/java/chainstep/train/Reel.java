package chainstep.train;

import chainstep.run.Snapshot;
import java.util.ArrayList;
import java.util.List;

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
    private final List<Snapshot> frames = new ArrayList<>();
    private long stride = 1;
    private long offered;
    /** Whether the last frame is only there because it is the last. */
    private boolean provisional;

    /** @param numbers how many a state has */
    public Reel(long numbers) {
        this.capacity = (int) Math.max(LEAST, Math.min(MOST, BYTES / Math.max(1, 8 * numbers)));
    }

    /** Takes a state, which comes after all before. */
    public void add(Snapshot state) {
        if (provisional) {
            frames.remove(frames.size() - 1);
        }
        provisional = offered % stride != 0;
        offered++;
        frames.add(state);
        if (frames.size() > capacity) {
            thin();
        }
    }

    private void thin() {
        stride *= 2;
        List<Snapshot> kept = new ArrayList<>();
        for (int k = 0; k < frames.size(); k += 2) {
            kept.add(frames.get(k));
        }
        boolean wasLast = frames.size() % 2 == 1;
        if (!wasLast) {
            kept.add(frames.get(frames.size() - 1));
        }
        provisional = !wasLast;
        frames.clear();
        frames.addAll(kept);
    }

    /** In the order of the training. */
    public List<Snapshot> frames() {
        return List.copyOf(frames);
    }
}
