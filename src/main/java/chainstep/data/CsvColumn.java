package chainstep.data;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One column of a CSV table: numbers, or texts kept as numbers of sorted classes; and the first thing wrong in it, if any.
 *
 * <p>What is wrong matters only when the column is used: a remark in a column nobody selects is no error.
 */
final class CsvColumn {
    /** More different values than this are not classes. */
    static final int MOST_CLASSES = 1000;

    private final Place place;
    private final double[] values;
    private final List<String> classes;
    private final Optional<DataException> trouble;

    CsvColumn(Place place, double[] values, List<String> classes, Optional<DataException> trouble) {
        this.place = place;
        this.values = values;
        this.classes = List.copyOf(classes);
        this.trouble = trouble;
    }

    String name() {
        return place.column();
    }

    boolean isText() {
        return !classes.isEmpty();
    }

    /** The different texts, sorted; empty for numbers. */
    List<String> classes() {
        return classes;
    }

    double at(int row) {
        return values[row];
    }

    /** This column, or the exception its first bad cell is. */
    CsvColumn sound() {
        trouble.ifPresent(e -> {
            throw e;
        });
        return this;
    }

    /**
     * The same column with its different numbers, in order, as classes.
     *
     * @throws DataException {@code csv.numbers} if they are too many to be classes
     */
    CsvColumn asClasses() {
        if (isText()) {
            return this;
        }
        double[] different = Arrays.stream(values).sorted().distinct().toArray();
        if (different.length > MOST_CLASSES) {
            throw new DataException("csv.numbers", place, different.length, MOST_CLASSES);
        }
        double[] codes = Arrays.stream(values)
                .map(v -> Arrays.binarySearch(different, v))
                .toArray();
        List<String> titles =
                Arrays.stream(different).mapToObj(CsvColumn::plain).toList();
        return new CsvColumn(place, codes, titles, trouble);
    }

    private static String plain(double value) {
        return value == (long) value ? Long.toString((long) value) : Double.toString(value);
    }
}
