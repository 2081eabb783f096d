package chainstep.homework.answer;

import chainstep.data.CsvLines;
import chainstep.data.DataException;
import chainstep.homework.answer.Row.Cell;
import java.util.List;

/** The rows of a CSV file: in any encoding of {@link Decoded}, separated by commas, semicolons or tabs. */
final class CsvSheet {
    private final String name;

    CsvSheet(String name) {
        this.name = name;
    }

    Table table(byte[] bytes) {
        Decoded decoded = Decoded.of(name, bytes);
        return new Table(rows(decoded.text()), decoded.remarks());
    }

    private List<Row> rows(String text) {
        char separator = separator(text);
        try {
            return CsvLines.read(name, text, separator, SheetReader.MOST_ROWS).stream()
                    .map(line -> row(line, separator))
                    .toList();
        } catch (DataException broken) {
            throw broken.key().equals("csv.long")
                    ? new SheetException("sheet.long", name, SheetReader.MOST_ROWS)
                    : new SheetException("sheet.csv", name, broken.place().row());
        }
    }

    private static Row row(CsvLines.Line line, char separator) {
        return new Row(
                line.number(),
                Brackets.joined(line.cells(), separator).stream().map(Cell::of).toList());
    }

    /** What separates the cells of the first line that says something, outside quotes. */
    private static char separator(String text) {
        int[] seen = new int[128];
        boolean quoted = false;
        boolean comment = false;
        boolean begins = true;
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            boolean ends = !quoted && (sign == '\n' || sign == '\r');
            if (ends && seen[','] + seen[';'] + seen['\t'] > 0) {
                break;
            }
            comment = !ends && (comment || begins && sign == '#');
            begins = ends;
            quoted ^= sign == '"';
            if (!quoted && !comment && sign < seen.length) {
                seen[sign]++;
            }
        }
        if (seen['\t'] > seen[','] && seen['\t'] >= seen[';']) {
            return '\t';
        }
        return seen[';'] > seen[','] ? ';' : ',';
    }
}
