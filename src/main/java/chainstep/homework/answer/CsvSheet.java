package chainstep.homework.answer;

import chainstep.data.CsvLines;
import chainstep.data.DataException;
import chainstep.homework.answer.Row.Cell;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** The rows of a CSV file: UTF-8 with or without a mark, or UTF-16 with one, separated by commas, semicolons or tabs. */
final class CsvSheet {
    private static final Pattern RECORD_BREAK = Pattern.compile("\\r\\n?|\\n");

    private final String name;

    CsvSheet(String name) {
        this.name = name;
    }

    List<Row> rows(byte[] bytes) {
        String text = decoded(bytes);
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

    private String decoded(byte[] bytes) {
        CharsetDecoder decoder = charset(bytes).newDecoder();
        CharBuffer decoded = CharBuffer.allocate(bytes.length);
        boolean bad = decoder.decode(ByteBuffer.wrap(bytes), decoded, true).isError();
        String text = decoded.flip().toString();
        if (bad || text.indexOf('\0') >= 0) {
            String good = text.indexOf('\0') >= 0 ? text.substring(0, text.indexOf('\0')) : text;
            throw new SheetException("sheet.encoding", name, RECORD_BREAK.split(good, -1).length);
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** As Excel writes "Unicode text", with a mark at its beginning; else UTF-8. */
    private static Charset charset(byte[] bytes) {
        int mark = bytes.length < 2 ? 0 : (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF;
        return mark == 0xFFFE || mark == 0xFEFF ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
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
