package chainstep.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An array in the IDX format of MNIST (yann.lecun.com/exdb/mnist): a magic number, the extents, the numbers, big-endian; gzip or plain.
 *
 * <p>Rank 1 (labels) to 4; the first axis counts the rows.
 */
public final class IdxFile {
    /** No array takes more memory than this: one byte for an unsigned byte, eight for any other number. */
    public static final long MOST_BYTES = 100_000_000;

    private static final int MOST_CLASSES = 1000;

    private final Place place;
    private final int[] shape;
    private final Cells cells;

    IdxFile(Place place, int[] shape, Cells cells) {
        this.place = place;
        this.shape = shape;
        this.cells = cells;
    }

    /**
     * Reads and checks a whole file.
     *
     * @throws DataException a key of {@code file.*} or {@code idx.*}, with the file
     */
    public static IdxFile read(Path file) {
        return new IdxReading(file).read();
    }

    /**
     * Images and their labels as a data set; labels are whole numbers from 0, and the classes are 0 up to the largest.
     *
     * @param divisor what every number of the images is divided by: 255 for values in 0 to 1, 1 for the file's own
     * @param oneHot t as one-hot rows, or else as class numbers
     * @throws DataException as {@link #read}; {@code idx.counts} if they are not as many, {@code idx.labels} if the labels are
     *     not one number a row, {@code idx.label} for one that is not a whole number from 0 to 999
     */
    public static Dataset dataset(Path images, Path labels, double divisor, boolean oneHot) {
        IdxFile x = read(images);
        IdxFile t = read(labels);
        if (t.shape.length != 1) {
            throw new DataException("idx.labels", t.place, t.shape.length);
        }
        if (x.count() != t.count()) {
            throw new DataException("idx.counts", x.place, x.count(), t.place.file(), t.count());
        }
        int classes = 1 + t.largestLabel();
        Rows targets = oneHot ? t.oneHot(classes) : t.rows(1);
        return new Dataset(
                x.rows(divisor),
                targets,
                IntStream.range(0, classes).mapToObj(Integer::toString).toList());
    }

    public int[] shape() {
        return shape.clone();
    }

    /** The extent of the first axis. */
    public int count() {
        return shape[0];
    }

    /**
     * The array as rows along its first axis, every number divided by the divisor.
     *
     * @throws IllegalArgumentException if the divisor is 0 or not finite
     */
    public Rows rows(double divisor) {
        if (divisor == 0 || !Double.isFinite(divisor)) {
            throw new IllegalArgumentException("cannot divide by " + divisor);
        }
        int[] rowShape = Arrays.copyOfRange(shape, 1, shape.length);
        return new Rows(shape[0], rowShape, cells.over(divisor), List.of());
    }

    private int largestLabel() {
        int largest = 0;
        for (int i = 0; i < count(); i++) {
            double label = cells.at(i);
            if (!(label >= 0 && label < MOST_CLASSES) || label != (int) label) {
                throw new DataException("idx.label", place, i, label, MOST_CLASSES - 1);
            }
            largest = Math.max(largest, (int) label);
        }
        return largest;
    }

    private Rows oneHot(int classes) {
        double[] hot = new double[count() * classes];
        List<String> names = new ArrayList<>();
        for (int i = 0; i < classes; i++) {
            names.add(Integer.toString(i));
        }
        for (int i = 0; i < count(); i++) {
            hot[i * classes + (int) cells.at(i)] = 1;
        }
        return new Rows(count(), new int[] {classes}, new Cells.Doubles(hot), names);
    }
}
