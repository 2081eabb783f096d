package chainstep.lang;

import chainstep.data.Batches;
import chainstep.data.Rows;
import chainstep.graph.Supply;
import chainstep.math.Shape;
import java.util.Arrays;
import java.util.OptionalInt;

/**
 * The rows of one side of a data set that iteration k uses.
 *
 * <p>The program is made for whole batches, so a short last batch of an epoch is passed over.
 *
 * @param count how many rows there are
 * @param size how many a batch has
 * @param shuffled whether each epoch takes them in another order
 * @param alone whether the one row of a batch of one stands for itself, without an axis for the rows
 */
record BatchRows(Rows rows, Batches batches, int count, int size, boolean shuffled, boolean alone) implements Supply {
    /** How many rows at the end of an epoch are too few for a batch. */
    OptionalInt left() {
        int left = count % size;
        return left == 0 ? OptionalInt.empty() : OptionalInt.of(left);
    }

    @Override
    public Shape shape() {
        int[] whole = rows.batchShape(size);
        return Shape.of(alone ? Arrays.copyOfRange(whole, 1, whole.length) : whole);
    }

    @Override
    public void fill(long iteration, double[] into) {
        int whole = batches.perEpoch() - (batches.lastIsShort() ? 1 : 0);
        long counted = iteration / whole * batches.perEpoch() + iteration % whole;
        double[] values = rows.values(batches.rows(counted));
        System.arraycopy(values, 0, into, 0, values.length);
    }

    @Override
    public boolean varies() {
        return shuffled || batches.perEpoch() > 1;
    }
}
