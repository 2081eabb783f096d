package chainstep.explain;

import java.util.ArrayList;
import java.util.List;

/** Writes a {@link PathTable} for a terminal: each way in symbols and in numbers, and the sum. */
record PathText(PathTable table) {
    String text() {
        List<String> lines = new ArrayList<>();
        lines.add(table.gradient().plain() + " = " + table.total().plain() + "     "
                + table.heading().plain());
        sums(lines);
        if (!table.missing().isEmpty()) {
            lines.add("  " + table.missing().plain());
        }
        return String.join("\n", lines);
    }

    private void sums(List<String> lines) {
        List<PathTable.Row> rows = table.rows();
        int width = rows.stream().mapToInt(PathText::width).max().orElse(0);
        int digits = Math.max(
                Width.of(table.total().plain()),
                rows.stream()
                        .mapToInt(row -> Width.of(row.product().plain()))
                        .max()
                        .orElse(0));
        for (PathTable.Row row : rows) {
            String why = row.why().isEmpty() ? "" : "   " + row.why().plain();
            String product = "  = " + Width.padLeft(row.product().plain(), digits) + why;
            if (row.isRest()) {
                lines.add("  " + Width.pad(row.symbols().plain(), width + 2) + product);
            } else {
                lines.add("  " + row.symbols().plain());
                lines.add("    " + Width.pad(row.factors().plain(), width) + product);
            }
        }
        if (rows.stream().filter(row -> !row.isRest()).count() > 1) {
            String indent = " ".repeat(width + 8);
            lines.add(indent + "-".repeat(digits));
            lines.add(indent + Width.padLeft(table.total().plain(), digits));
        }
    }

    /** How far a row's factors reach; words for the rest of the ways begin two places earlier. */
    private static int width(PathTable.Row row) {
        return row.isRest()
                ? Width.of(row.symbols().plain()) - 2
                : Width.of(row.factors().plain());
    }
}
