package chainstep.cli;

import java.util.ArrayList;
import java.util.List;
import org.jline.utils.WCWidth;

/** Rows of text in columns as wide as their widest cell; Chinese counts double, as terminals show it. Mutable. */
final class Table {
    private static final String GAP = "  ";
    private final List<List<String>> rows = new ArrayList<>();

    void row(String... cells) {
        rows.add(List.of(cells));
    }

    /** The rows as lines, without blanks at their ends. */
    List<String> lines() {
        return rows.stream().map(this::line).toList();
    }

    private String line(List<String> row) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < row.size(); column++) {
            String cell = row.get(column);
            line.append(cell).append(" ".repeat(width(column) - width(cell))).append(GAP);
        }
        return line.toString().stripTrailing();
    }

    private int width(int column) {
        return rows.stream()
                .filter(row -> column < row.size())
                .mapToInt(row -> width(row.get(column)))
                .max()
                .orElse(0);
    }

    /** How many columns of a terminal a text takes. */
    static int width(String text) {
        return text.codePoints().map(sign -> Math.max(0, WCWidth.wcwidth(sign))).sum();
    }
}
