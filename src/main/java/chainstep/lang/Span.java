package chainstep.lang;

/**
 * A piece of a text: from a first character to just before an end, all counted from 1, columns in code points.
 *
 * @param endColumn the column after the last character, so that an empty span has {@code endColumn == column}
 */
public record Span(int line, int column, int endLine, int endColumn) {
    public Span {
        if (line < 1 || column < 1 || endLine < line || endLine == line && endColumn < column || endColumn < 1) {
            throw new IllegalArgumentException(
                    "not a span: " + line + ":" + column + " to " + endLine + ":" + endColumn);
        }
    }

    /** From the start of this span to the end of a later one. */
    public Span to(Span last) {
        return new Span(line, column, last.endLine, last.endColumn);
    }

    /** The empty span where this one ends. */
    public Span end() {
        return new Span(endLine, endColumn, endLine, endColumn);
    }

    /** {@code line:column}, as messages write it. */
    @Override
    public String toString() {
        return line + ":" + column;
    }
}
