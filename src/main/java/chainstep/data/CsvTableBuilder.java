package chainstep.data;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A CSV table growing line by line: keeps the first line back until the second shows whether it is a header. */
final class CsvTableBuilder {
    private final Place place;
    private final CsvOptions options;
    private final List<CsvColumnBuilder> columns = new ArrayList<>();
    private Optional<CsvRecord> first = Optional.empty();
    private int rows;
    private long lastLine;

    CsvTableBuilder(Place place, CsvOptions options) {
        this.place = place;
        this.options = options;
    }

    /** The line the last whole record started at; 0 before any. */
    long lastLine() {
        return lastLine;
    }

    void add(CsvRecord line) {
        lastLine = line.getStartingLineNumber();
        if (first.isEmpty()) {
            first = Optional.of(line);
        } else {
            if (columns.isEmpty()) {
                start(first.get(), isHeader(first.get(), line));
            }
            addRow(line);
        }
    }

    CsvTable build() {
        CsvRecord only = first.orElseThrow(() -> new DataException("csv.empty", place));
        if (columns.isEmpty()) {
            boolean header = options.header() == CsvOptions.Header.YES
                    || options.header() == CsvOptions.Header.AUTO && hasNoNumber(only);
            start(only, header);
        }
        if (rows == 0) {
            throw new DataException("csv.rows", place);
        }
        return new CsvTable(
                place.file(),
                rows,
                columns.stream().map(CsvColumnBuilder::build).toList());
    }

    private boolean isHeader(CsvRecord top, CsvRecord next) {
        return switch (options.header()) {
            case YES -> true;
            case NO -> false;
            case AUTO -> hasNoNumber(top) || hasTextAboveNumber(top, next);
        };
    }

    private static boolean hasNoNumber(CsvRecord line) {
        return line.getFields().stream().noneMatch(cell -> CsvCell.isNumber(cell.strip()));
    }

    private static boolean hasTextAboveNumber(CsvRecord top, CsvRecord next) {
        for (int i = 0; i < Math.min(top.getFieldCount(), next.getFieldCount()); i++) {
            String cell = top.getField(i).strip();
            boolean text = !CsvCell.isMissing(cell) && !CsvCell.isNumber(cell);
            if (text && CsvCell.isNumber(next.getField(i).strip())) {
                return true;
            }
        }
        return false;
    }

    private void start(CsvRecord top, boolean header) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < top.getFieldCount(); i++) {
            String title = header ? top.getField(i).strip() : "";
            String name = title.isEmpty() ? Integer.toString(i) : title;
            if (!seen.add(name)) {
                throw new DataException("csv.duplicate", place.at(top.getStartingLineNumber()), CsvCell.shown(name));
            }
            columns.add(new CsvColumnBuilder(place.column(name)));
        }
        if (!header) {
            addRow(top);
        }
    }

    private void addRow(CsvRecord line) {
        Place here = place.at(line.getStartingLineNumber());
        if (line.getFieldCount() != columns.size()) {
            throw new DataException("csv.ragged", here, line.getFieldCount(), columns.size());
        }
        rows++;
        if (rows > options.mostRows()) {
            throw new DataException("csv.long", here, options.mostRows());
        }
        if ((long) rows * columns.size() > options.mostCells()) {
            throw new DataException("csv.cells", here, options.mostCells());
        }
        for (int i = 0; i < columns.size(); i++) {
            columns.get(i).add(line.getField(i), line.getStartingLineNumber());
        }
    }
}
