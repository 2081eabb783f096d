package chainstep.data;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The cells of a CSV text line by line, whatever stands in them; and such a text made of cells. */
public final class CsvLines {
    private static final int MOST_COLUMNS = 1000;

    private CsvLines() {}

    /**
     * One record, which may go over several lines of the text.
     *
     * @param number of its first line, from 1
     */
    public record Line(int number, List<String> cells) {
        public Line {
            cells = List.copyOf(cells);
        }
    }

    /**
     * The lines of a text.
     *
     * @throws DataException {@code csv.broken} at a quote that is not closed or a line far too long, {@code csv.long} when there are
     *     more lines than {@code most}
     */
    public static List<Line> read(String name, String text, char separator, int most) {
        var csv = CsvReader.builder()
                .fieldSeparator(separator)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false);
        Place place = Place.in(name);
        List<Line> lines = new ArrayList<>();
        int next = 1;
        try (CsvReader<CsvRecord> records =
                csv.build(CsvRecordHandler.of(limits -> limits.maxFields(MOST_COLUMNS)), text)) {
            for (CsvRecord one : records) {
                int number = Math.toIntExact(one.getStartingLineNumber());
                next = number + 1;
                if (lines.size() == most) {
                    throw new DataException("csv.long", place.at(number), most);
                }
                lines.add(new Line(number, one.getFields()));
            }
        } catch (CsvParseException broken) {
            throw new DataException("csv.broken", place.at(next), MOST_COLUMNS);
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
        return lines;
    }

    /** A text of these cells, separated by commas, quoted where they must be, lines ended by {@code \n}. */
    public static String write(List<List<String>> rows) {
        StringWriter text = new StringWriter();
        try (CsvWriter writer =
                CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            rows.forEach(writer::writeRecord);
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
        return text.toString();
    }
}
