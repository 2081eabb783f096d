package chainstep.data;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;

/** Turns the bytes of a CSV file into a {@link CsvTable}: encoding, mark, separator and quotes; FastCSV splits the lines. */
final class CsvReading {
    /** As far as the first line is looked at to find the separator. */
    private static final int LOOK_AHEAD = 65_536;

    private static final int MOST_COLUMNS = 100_000;

    private final Place place;
    private final CsvOptions options;

    private CsvReading(Place place, CsvOptions options) {
        this.place = place;
        this.options = options;
    }

    static CsvTable file(Path file, CsvOptions options) {
        Place place = Place.in(file.toString());
        DataFile.check(file, options.mostBytes());
        try (InputStream bytes = Files.newInputStream(file)) {
            return new CsvReading(place, options)
                    .read(new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder()));
        } catch (CharacterCodingException e) {
            throw new DataException("csv.encoding", place.at(Utf8.firstBadLine(file)));
        } catch (IOException e) {
            throw new DataException("file.unreadable", place);
        }
    }

    static CsvTable text(String name, String text, CsvOptions options) {
        try {
            return new CsvReading(Place.in(name), options).read(new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CsvTable read(Reader source) throws IOException {
        BufferedReader reader = new BufferedReader(source, LOOK_AHEAD);
        skipMark(reader);
        var csv = CsvReader.builder()
                .fieldSeparator(separator(reader))
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false);
        CsvTableBuilder table = new CsvTableBuilder(place, options);
        try (CsvReader<CsvRecord> records =
                csv.build(CsvRecordHandler.of(limits -> limits.maxFields(MOST_COLUMNS)), reader)) {
            Iterator<CsvRecord> each = records.iterator();
            while (each.hasNext()) {
                table.add(each.next());
            }
        } catch (CsvParseException e) {
            throw new DataException("csv.broken", place.at(table.lastLine() + 1), MOST_COLUMNS);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return table.build();
    }

    private static void skipMark(BufferedReader reader) throws IOException {
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
    }

    /** The separator the first line has most of, outside quotes; a comma where there is none. */
    private static char separator(BufferedReader reader) throws IOException {
        reader.mark(LOOK_AHEAD);
        int[] seen = new int[128];
        boolean quoted = false;
        int c = reader.read();
        for (int i = 1; i < LOOK_AHEAD && c >= 0 && (quoted || c != '\n' && c != '\r'); i++) {
            quoted ^= c == '"';
            if (!quoted && c < seen.length) {
                seen[c]++;
            }
            c = reader.read();
        }
        reader.reset();
        if (seen['\t'] > seen[','] && seen['\t'] >= seen[';']) {
            return '\t';
        }
        return seen[';'] > seen[','] ? ';' : ',';
    }
}
