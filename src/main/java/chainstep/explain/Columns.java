package chainstep.explain;

import java.util.ArrayList;
import java.util.List;

/** A table in plain text: cells padded to the width of their column. Mutable, short-lived. */
final class Columns {
    private static final String GAP = "  ";

    private final boolean[] right;
    private final List<List<String>> rows = new ArrayList<>();

    /** @param right for each column, whether its cells stand at the right */
    Columns(boolean... right) {
        this.right = right.clone();
    }

    void add(String... cells) {
        rows.add(List.of(cells));
    }

    /** The lines, each behind an indent. */
    List<String> lines(String indent) {
        int[] widths = new int[right.length];
        for (List<String> row : rows) {
            for (int c = 0; c < row.size(); c++) {
                widths[c] = Math.max(widths[c], Width.of(row.get(c)));
            }
        }
        return rows.stream()
                .map(row -> (indent + line(row, widths)).stripTrailing())
                .toList();
    }

    private String line(List<String> row, int[] widths) {
        List<String> cells = new ArrayList<>();
        for (int c = 0; c < row.size(); c++) {
            cells.add(right[c] ? Width.padLeft(row.get(c), widths[c]) : Width.pad(row.get(c), widths[c]));
        }
        return String.join(GAP, cells);
    }
}
