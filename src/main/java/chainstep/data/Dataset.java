package chainstep.data;

import java.util.List;

/**
 * What a network learns from: rows of features x, the same number of rows of targets t, and the classes' names where t is categorical.
 *
 * <p>A categorical t is either one-hot (row shape [classes]) or class numbers (row shape [], rank 1 as a whole);
 * {@code classes} is empty for numbers.
 */
public record Dataset(Rows x, Rows t, List<String> classes) {
    public Dataset {
        classes = List.copyOf(classes);
        if (x.count() != t.count()) {
            throw new IllegalArgumentException(x.count() + " rows of features, " + t.count() + " of targets");
        }
    }

    public int count() {
        return x.count();
    }

    /** The data set of these rows, in this order. */
    public Dataset select(int... rows) {
        return new Dataset(x.select(rows), t.select(rows), classes);
    }

    /** The same with every row of features as one vector. */
    public Dataset flat() {
        return new Dataset(x.flat(), t, classes);
    }

    /**
     * A data set of the same kind with other features, its targets unknown: zeros.
     *
     * @throws DataException {@code rows.width} if a row has another number of features
     */
    public Dataset asking(Rows features) {
        if (features.rowSize() != x.rowSize()) {
            throw new DataException("rows.width", Place.NOWHERE, features.rowSize(), x.rowSize());
        }
        Rows shaped = Rows.of(features.count(), x.rowShape(), features.values(), x.names());
        double[] unknown = new double[features.count() * t.rowSize()];
        return new Dataset(shaped, Rows.of(features.count(), t.rowShape(), unknown, t.names()), classes);
    }
}
