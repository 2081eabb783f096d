package chainstep.lang;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A text with a name, that knows its lines: a line ends at {@code \n}, {@code \r\n} or {@code \r}.
 *
 * <p>Positions are code points, from 1, so that an astral letter counts once; offsets are code points, from 0.
 */
public final class Source {
    /** The largest file that is read, in bytes. */
    public static final int LARGEST = 1_000_000;

    private static final char MARK = '\uFEFF';

    private final String name;
    private final String text;
    private final int[] starts;
    /** Whether every code point is one char. */
    private final boolean plain;

    private Source(String name, String text) {
        this.name = name;
        this.text = text;
        this.starts = starts(text);
        this.plain = text.codePoints().allMatch(Character::isBmpCodePoint);
    }

    /** A text under a name for messages; a byte order mark in front is dropped. */
    public static Source of(String name, String text) {
        return new Source(name, !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text);
    }

    /**
     * Reads a UTF-8 file.
     *
     * @throws IOException if the file cannot be read
     * @throws SourceError if it is larger than {@link #LARGEST} or is not UTF-8
     */
    public static Source read(Path file) throws IOException {
        String name = file.toString();
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(LARGEST + 1);
        }
        if (bytes.length > LARGEST) {
            throw tooLarge(name);
        }
        return of(name, decode(name, bytes));
    }

    static SourceError tooLarge(String name) {
        return SourceError.at(of(name, ""), new Span(1, 1, 1, 1), "file.large", LARGEST)
                .hint("hint.file.large");
    }

    private static String decode(String name, byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer decoded = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), decoded, true);
        String text = decoded.flip().toString();
        int zero = text.indexOf('\0');
        if (zero >= 0) {
            Source good = of(name, text.substring(0, zero));
            throw SourceError.at(good, good.end(), "file.binary").hint("hint.file.binary");
        }
        if (result.isError()) {
            Source good = of(name, text);
            throw SourceError.at(good, good.end(), "file.encoding").hint("hint.file.encoding");
        }
        return text;
    }

    /** The indices of the chars that start a line. */
    private static int[] starts(String text) {
        int[] found = new int[16];
        int lines = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean ends = c == '\n' || c == '\r' && !(i + 1 < text.length() && text.charAt(i + 1) == '\n');
            if (ends) {
                found = lines == found.length ? Arrays.copyOf(found, 2 * lines) : found;
                found[lines++] = i + 1;
            }
        }
        return Arrays.copyOf(found, lines);
    }

    public String name() {
        return name;
    }

    public String text() {
        return text;
    }

    /** How many lines there are; a text that ends with a line break has an empty last line. */
    public int lines() {
        return starts.length;
    }

    /**
     * A line without its line break.
     *
     * @throws IndexOutOfBoundsException if there is no such line
     */
    public String line(int number) {
        int end = number < starts.length ? starts[number] : text.length();
        while (end > starts[number - 1] && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return text.substring(starts[number - 1], end);
    }

    /** Every line without its comment, the first at 0; one that leaves a bracket open with the lines that follow until it closes. */
    public List<String> statements() {
        return IntStream.rangeClosed(1, lines()).mapToObj(this::statement).toList();
    }

    private String statement(int first) {
        StringBuilder whole = new StringBuilder();
        int open = 0;
        for (int line = first; line == first || open > 0 && line <= lines(); line++) {
            Bare bare = Bare.of(line(line));
            open += bare.opened();
            whole.append(whole.isEmpty() ? "" : " ").append(bare.text().strip());
        }
        return whole.toString();
    }

    /** The line on which the statement begins that a line is part of. */
    public int begin(int number) {
        int begin = number;
        int open = 0;
        for (int line = 1; line <= Math.min(number, lines()); line++) {
            begin = open > 0 ? begin : line;
            open = Math.max(0, open + Bare.of(line(line)).opened());
        }
        return begin;
    }

    /**
     * A line without its comment.
     *
     * @param opened how many more brackets it opens than it closes
     */
    private record Bare(String text, int opened) {
        static Bare of(String line) {
            char quote = 0;
            int opened = 0;
            for (int i = 0; i < line.length(); i++) {
                char sign = line.charAt(i);
                if (quote != 0) {
                    quote = sign == quote ? 0 : quote;
                } else if (sign == '#') {
                    return new Bare(line.substring(0, i), opened);
                } else if (sign == '"' || sign == '\'') {
                    quote = sign;
                } else {
                    opened += "([{（".indexOf(sign) >= 0 ? 1 : ")]}）".indexOf(sign) >= 0 ? -1 : 0;
                }
            }
            return new Bare(line, opened);
        }
    }

    /** The text of a span, as it was written. */
    public String text(Span span) {
        return text.substring(index(span.line(), span.column()), index(span.endLine(), span.endColumn()));
    }

    /** The empty span after the last character. */
    public Span end() {
        int points = text.codePointCount(0, text.length());
        return span(points, points);
    }

    /** The span of the code points from an offset to just before another. */
    Span span(int from, int to) {
        int first = plain ? from : text.offsetByCodePoints(0, from);
        int last = plain ? to : text.offsetByCodePoints(first, to - from);
        int line = lineOf(first);
        int endLine = last < (line < starts.length ? starts[line] : text.length() + 1) ? line : lineOf(last);
        return new Span(line, column(line, first), endLine, column(endLine, last));
    }

    /** The char index of a place. */
    public int index(int line, int column) {
        return text.offsetByCodePoints(starts[line - 1], column - 1);
    }

    /** How many code points come before a char index. */
    int offset(int index) {
        return plain ? index : text.codePointCount(0, index);
    }

    private int lineOf(int index) {
        int found = Arrays.binarySearch(starts, index);
        return found >= 0 ? found + 1 : -found - 1;
    }

    private int column(int line, int index) {
        return 1 + (plain ? index - starts[line - 1] : text.codePointCount(starts[line - 1], index));
    }
}
