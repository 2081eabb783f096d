package chainstep.lang;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A text with some of its pieces to be written anew, all at once; every other sign stays as it is. Mutable. */
final class Rewriting {
    /** @param from the index of the first char that goes; what is written at one place is written in the order it was said. */
    private record Piece(int from, int to, String text) {}

    private final Source source;
    private final List<Piece> pieces = new ArrayList<>();

    Rewriting(Source source) {
        this.source = source;
    }

    /** What stood in a span is another; pieces must not overlap. */
    Rewriting put(Span span, String text) {
        pieces.add(new Piece(
                source.index(span.line(), span.column()), source.index(span.endLine(), span.endColumn()), text));
        return this;
    }

    /** New lines before the one on which a span begins. */
    Rewriting before(Span span, List<String> lines) {
        int at = source.index(span.line(), 1);
        lines.forEach(line -> pieces.add(new Piece(at, at, line + end())));
        return this;
    }

    /** New lines behind the one on which a span ends. */
    Rewriting behind(Span span, List<String> lines) {
        if (span.endLine() < source.lines()) {
            return before(new Span(span.endLine() + 1, 1, span.endLine() + 1, 1), lines);
        }
        int at = source.text().length();
        pieces.add(new Piece(at, at, end() + String.join(end(), lines) + end()));
        return this;
    }

    /** Without the lines of a span, their comments too. */
    Rewriting without(Span span) {
        boolean last = span.endLine() == source.lines();
        int to = last ? source.text().length() : source.index(span.endLine() + 1, 1);
        pieces.add(new Piece(source.index(span.line(), 1), to, ""));
        return this;
    }

    /** The lines of a span as a comment. */
    Rewriting comment(Span span) {
        for (int line = span.line(); line <= span.endLine(); line++) {
            int at = source.index(line, 1);
            pieces.add(new Piece(at, at, "# "));
        }
        return this;
    }

    /** How this text ends its lines. */
    private String end() {
        return source.text().contains("\r\n") ? "\r\n" : "\n";
    }

    String text() {
        StringBuilder text = new StringBuilder();
        int at = 0;
        pieces.sort(Comparator.comparingInt(Piece::from));
        for (Piece piece : pieces) {
            text.append(source.text(), at, piece.from()).append(piece.text());
            at = piece.to();
        }
        return text.append(source.text().substring(at)).toString();
    }
}
