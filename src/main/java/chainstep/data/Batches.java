package chainstep.data;

import java.util.Arrays;

/**
 * Which rows iteration k uses, for any k, without running the earlier iterations.
 *
 * <p>An epoch uses every row once: {@code perEpoch = ⌈count/size⌉} iterations, the last one short when the size does not
 * divide the count. Rows come in file order, or, shuffled, in an order drawn anew for each epoch from {@code Lcg.keyed(seed, epoch)}.
 * Safe for use by several threads; it remembers the last epoch's order and nothing else.
 */
public final class Batches {
    private final int count;
    private final int size;
    private final boolean shuffle;
    private final long seed;
    private volatile Epoch last;

    /** One epoch's order. */
    private record Epoch(long number, int[] order) {}

    /**
     * @throws DataException {@code batch.empty} if there are no rows, {@code batch.size} if the size is not in 1 .. count
     */
    public Batches(int count, int size, boolean shuffle, long seed) {
        if (count < 1) {
            throw new DataException("batch.empty", Place.NOWHERE);
        }
        if (size < 1 || size > count) {
            throw new DataException("batch.size", Place.NOWHERE, size, count);
        }
        this.count = count;
        this.size = size;
        this.shuffle = shuffle;
        this.seed = seed;
        this.last = epoch(0);
    }

    /** Iterations an epoch. */
    public int perEpoch() {
        return (count + size - 1) / size;
    }

    /** The epoch, from 0, that iteration k belongs to. */
    public long epochOf(long iteration) {
        return iteration / perEpoch();
    }

    /** Whether the last batch of every epoch is shorter than the others. */
    public boolean lastIsShort() {
        return count % size != 0;
    }

    /**
     * The rows of iteration k, counted from 0, in the order they are used.
     *
     * @throws IllegalArgumentException if the iteration is negative
     */
    public int[] rows(long iteration) {
        if (iteration < 0) {
            throw new IllegalArgumentException("iterations count from 0, not " + iteration);
        }
        int[] order = orderOf(epochOf(iteration));
        int from = (int) (iteration % perEpoch()) * size;
        return Arrays.copyOfRange(order, from, Math.min(from + size, count));
    }

    private int[] orderOf(long number) {
        Epoch known = last;
        if (shuffle && known.number() != number) {
            known = epoch(number);
            last = known;
        }
        return known.order();
    }

    private Epoch epoch(long number) {
        return new Epoch(number, shuffle ? Lcg.keyed(seed, number).permutation(count) : Order.ascending(0, count));
    }
}
