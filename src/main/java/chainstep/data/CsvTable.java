package chainstep.data;

import java.util.ArrayList;
import java.util.List;

/**
 * A CSV file in memory: named columns of numbers or of text, from which a data set is chosen.
 *
 * <p>UTF-8 with or without a mark, any line ends, RFC 4180 quotes; comma, semicolon or tab, whichever the first line has most of.
 * Cells are stripped; empty, NA, N/A, NaN, null and ? are missing. Classes of a text column are its different texts in Unicode order.
 */
public final class CsvTable {
    private final String file;
    private final int rowCount;
    private final List<CsvColumn> columns;

    CsvTable(String file, int rowCount, List<CsvColumn> columns) {
        this.file = file;
        this.rowCount = rowCount;
        this.columns = List.copyOf(columns);
    }

    /**
     * Reads a file.
     *
     * @throws DataException a key of {@code file.*} or {@code csv.*}, with file, line and column
     */
    public static CsvTable read(java.nio.file.Path file, CsvOptions options) {
        return CsvReading.file(file, options);
    }

    /**
     * Reads a text, shown in messages under a name.
     *
     * @throws DataException a key of {@code csv.*}
     */
    public static CsvTable parse(String name, String text, CsvOptions options) {
        return CsvReading.text(name, text, options);
    }

    public int rowCount() {
        return rowCount;
    }

    /** The columns' names; without a header "0", "1", … */
    public List<String> header() {
        return columns.stream().map(CsvColumn::name).toList();
    }

    /**
     * The data set of these columns. No y: the last column; no x: every column that is not in y. Text in x becomes one-hot.
     *
     * @throws DataException {@code csv.column} for a name that is not there, {@code csv.number} for a number out of range,
     *     {@code csv.one} if no column is left for x, {@code csv.missing}, {@code csv.text}, {@code csv.infinite},
     *     {@code csv.classes} for a bad cell in a chosen column
     */
    public Dataset dataset(List<ColumnRef> x, List<ColumnRef> y, Targets targets) {
        List<CsvColumn> targetColumns = y.isEmpty()
                ? List.of(columns.get(columns.size() - 1))
                : y.stream().map(this::find).toList();
        List<CsvColumn> featureColumns = x.isEmpty()
                ? columns.stream().filter(c -> !targetColumns.contains(c)).toList()
                : x.stream().map(this::find).toList();
        if (featureColumns.isEmpty()) {
            throw new DataException("csv.one", Place.in(file));
        }
        List<CsvColumn> chosen = targetColumns.stream()
                .map(CsvColumn::sound)
                .map(c -> targets == Targets.ONE_HOT ? c.asClasses() : c)
                .toList();
        Rows features = rows(featureColumns.stream().map(CsvColumn::sound).toList(), true);
        return new Dataset(features, targetRows(chosen, targets), classes(chosen));
    }

    /**
     * The features of these names, as {@link Dataset#x} tells them: a number's column, or {@code colour=red} for a class of a text's. Where no
     * column has any of them, all columns in order, if they are as many as are asked for.
     *
     * @throws DataException {@code csv.column} for a name that is not there, {@code csv.width} where there are no names and other than so many
     *     columns, {@code csv.missing}, {@code csv.text}, {@code csv.infinite} for a bad cell
     */
    public Rows features(List<String> names, int count) {
        boolean named = names.stream().anyMatch(name -> header().contains(name) || header().contains(textColumn(name)));
        if (!named && columns.size() == count) {
            return rows(columns.stream().map(CsvColumn::sound).toList(), true);
        } else if (names.isEmpty()) {
            throw new DataException("csv.width", Place.in(file), columns.size(), count);
        }
        double[] values = new double[rowCount * names.size()];
        for (int k = 0; k < names.size(); k++) {
            String name = names.get(k);
            boolean isClass = !header().contains(name) && name.contains("=");
            CsvColumn column =
                    find(ColumnRef.named(isClass ? textColumn(name) : name)).sound();
            double hot = column.classes().indexOf(name.substring(name.indexOf('=') + 1));
            for (int row = 0; row < rowCount; row++) {
                double value = column.at(row);
                values[row * names.size() + k] = isClass ? (value == hot ? 1 : 0) : value;
            }
        }
        return Rows.of(rowCount, new int[] {names.size()}, values, names);
    }

    /** The column that a name such as {@code colour=red} speaks of. */
    private static String textColumn(String name) {
        return name.contains("=") ? name.substring(0, name.indexOf('=')) : name;
    }

    private static List<String> classes(List<CsvColumn> chosen) {
        return chosen.size() == 1 ? chosen.get(0).classes() : List.of();
    }

    private Rows targetRows(List<CsvColumn> chosen, Targets targets) {
        Rows rows = rows(chosen, targets != Targets.CLASS_NUMBERS);
        boolean vector = targets == Targets.CLASS_NUMBERS && chosen.size() == 1;
        return vector ? rows.scalars() : rows;
    }

    private CsvColumn find(ColumnRef ref) {
        if (ref instanceof ColumnRef.Named named) {
            return columns.stream()
                    .filter(c -> c.name().equals(named.name()))
                    .findFirst()
                    .orElseThrow(() -> new DataException(
                            "csv.column",
                            Place.in(file),
                            CsvCell.shown(named.name()),
                            Nearest.to(named.name(), header())));
        }
        int number = ((ColumnRef.Numbered) ref).number();
        int index = number < 0 ? number + columns.size() : number;
        if (index < 0 || index >= columns.size()) {
            throw new DataException("csv.number", Place.in(file), number, columns.size(), columns.size() - 1);
        }
        return columns.get(index);
    }

    private Rows rows(List<CsvColumn> chosen, boolean oneHot) {
        List<String> names = new ArrayList<>();
        for (CsvColumn column : chosen) {
            if (oneHot && column.isText()) {
                column.classes().forEach(c -> names.add(column.name() + "=" + c));
            } else {
                names.add(column.name());
            }
        }
        if ((long) rowCount * names.size() > CsvOptions.USUAL.mostCells()) {
            throw new DataException("csv.wide", Place.in(file), rowCount, names.size(), CsvOptions.USUAL.mostCells());
        }
        double[] values = new double[rowCount * names.size()];
        int from = 0;
        for (CsvColumn column : chosen) {
            from += fill(values, names.size(), from, column, oneHot);
        }
        return new Rows(rowCount, new int[] {names.size()}, new Cells.Doubles(values), names);
    }

    /** Writes a column at an offset of each row; returns how many places it took. */
    private int fill(double[] values, int width, int from, CsvColumn column, boolean oneHot) {
        boolean hot = oneHot && column.isText();
        for (int row = 0; row < rowCount; row++) {
            double value = column.at(row);
            if (hot) {
                values[row * width + from + (int) value] = 1;
            } else {
                values[row * width + from] = value;
            }
        }
        return hot ? column.classes().size() : 1;
    }
}
