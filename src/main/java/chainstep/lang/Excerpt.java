package chainstep.lang;

/**
 * A line of a text and, under it, carets that point at a span: what a terminal shows in columns of one width.
 *
 * <p>Tabs and control characters are shown as blanks, so that nothing in a file can move the caret or the terminal's cursor. A wide
 * character (Chinese, full-width) gets two carets, a combining mark none. Of a long line only the part around the span is shown.
 */
record Excerpt(String line, Span span) {
    private static final int BEFORE = 60;
    private static final int WIDTH = 100;
    private static final int MARGIN = 2;

    /** Two lines, each begun by a line break; nothing when the line is blank. */
    String lines() {
        int[] points = line.codePoints().toArray();
        if (line.isBlank()) {
            return "";
        }
        int place = span.column() - 1;
        int from = place > BEFORE + MARGIN ? place - BEFORE : 0;
        int to = Math.min(points.length, from + WIDTH);
        int end = span.endLine() > span.line() ? points.length : span.endColumn() - 1;
        String cutBefore = from > 0 ? "…" : "";
        String cutAfter = to < points.length ? "…" : "";
        return "\n  " + cutBefore + shown(points, from, to) + cutAfter + "\n  "
                + " ".repeat(cutBefore.length() + width(points, from, place))
                + "^".repeat(Math.max(1, width(points, place, Math.min(end, to))));
    }

    private static String shown(int[] points, int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.appendCodePoint(harmless(points[i]) ? points[i] : ' ');
        }
        return text.toString().stripTrailing();
    }

    private static boolean harmless(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    private static int width(int[] points, int from, int to) {
        int columns = 0;
        for (int i = from; i < to; i++) {
            columns += width(points[i]);
        }
        return columns;
    }

    private static int width(int point) {
        int type = Character.getType(point);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        boolean wide = Character.isIdeographic(point)
                || point >= 0x1100 && point <= 0x115F
                || point >= 0x3000 && point <= 0x30FF
                || point >= 0xAC00 && point <= 0xD7A3
                || point >= 0xFF01 && point <= 0xFF60
                || point >= 0x1F300 && point <= 0x1F9FF;
        return wide ? 2 : 1;
    }
}
