package chainstep.lang;

import chainstep.data.Batches;
import chainstep.data.Rows;
import chainstep.graph.Leaf;
import chainstep.graph.Node;
import chainstep.graph.RowSupply;
import chainstep.math.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
 * @param sample which row of each batch is taken alone, counted from 1; all where it is empty
 */
record BatchRows(Rows rows, Batches batches, int count, int size, boolean shuffled, boolean alone, OptionalInt sample)
        implements RowSupply {
    /** Those that a leaf holds; empty where it holds no data, or is none. */
    static Optional<BatchRows> of(Node node) {
        return node.op() instanceof Leaf leaf && leaf.supply() instanceof BatchRows rows
                ? Optional.of(rows)
                : Optional.empty();
    }

    /** How many rows are taken of a batch. */
    int taken() {
        return sample.isPresent() ? 1 : size;
    }

    /** How many rows at the end of an epoch are too few for a batch. */
    OptionalInt left() {
        int left = count % size;
        return left == 0 ? OptionalInt.empty() : OptionalInt.of(left);
    }

    @Override
    public Shape shape() {
        int[] whole = rows.batchShape(taken());
        return Shape.of(alone ? Arrays.copyOfRange(whole, 1, whole.length) : whole);
    }

    @Override
    public void fill(long iteration, double[] into) {
        double[] values = rows.values(rows(iteration));
        System.arraycopy(values, 0, into, 0, values.length);
    }

    @Override
    public int[] rows(long iteration) {
        int whole = perEpoch();
        long counted = iteration / whole * batches.perEpoch() + iteration % whole;
        int[] batch = batches.rows(counted);
        return sample.isPresent() ? new int[] {batch[sample.getAsInt() - 1]} : batch;
    }

    @Override
    public int perEpoch() {
        return batches.perEpoch() - (batches.lastIsShort() ? 1 : 0);
    }

    @Override
    public int rowSize() {
        return rows.rowSize();
    }

    @Override
    public List<String> names() {
        return rows.names();
    }

    @Override
    public double[] table() {
        return rows.values();
    }

    @Override
    public boolean hasRowAxis() {
        return !alone;
    }

    @Override
    public boolean varies() {
        return shuffled || batches.perEpoch() > 1;
    }
}
