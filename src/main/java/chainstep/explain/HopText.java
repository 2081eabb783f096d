package chainstep.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Writes an {@link EdgeTable} for a terminal: a table of edges, and the sum below the line. */
final class HopText {
    private final Prose prose;
    private final EdgeTable table;

    HopText(Prose prose, EdgeTable table) {
        this.prose = prose;
        this.table = table;
    }

    String text() {
        List<String> lines = new ArrayList<>();
        lines.add(table.gradient().plain() + " = " + table.total().plain() + "          "
                + table.heading().plain());
        if (!table.rows().isEmpty()) {
            rows(lines);
        }
        return String.join("\n", lines);
    }

    /** Names and numbers, the equals signs below each other. */
    private static List<String> equations(List<Form> names, List<Form> numbers) {
        int name = names.stream().mapToInt(form -> Width.of(form.plain())).max().orElse(0);
        int number =
                numbers.stream().mapToInt(form -> Width.of(form.plain())).max().orElse(0);
        return IntStream.range(0, names.size())
                .mapToObj(i -> names.get(i).isEmpty() && name == 0
                        ? Width.padLeft(numbers.get(i).plain(), number)
                        : Width.pad(names.get(i).plain(), name)
                                + (names.get(i).isEmpty() ? "   " : " = ")
                                + Width.padLeft(numbers.get(i).plain(), number))
                .toList();
    }

    private void rows(List<String> lines) {
        Columns columns = new Columns(false, false, false, false, false, true, false);
        List<String> head = table.head().stream().map(Form::plain).toList();
        columns.add(head.get(0), head.get(1), "", head.get(2), "", head.get(3), "");
        List<EdgeTable.Row> rows = table.rows();
        List<String> locals = equations(
                rows.stream().map(EdgeTable.Row::local).toList(),
                rows.stream().map(EdgeTable.Row::factor).toList());
        List<String> upstream = equations(
                rows.stream().map(EdgeTable.Row::upstream).toList(),
                rows.stream().map(EdgeTable.Row::incoming).toList());
        for (int i = 0; i < rows.size(); i++) {
            EdgeTable.Row row = rows.get(i);
            String arrow = row.from().plain() + " → " + row.to().plain();
            columns.add(
                    arrow,
                    locals.get(i),
                    "×",
                    upstream.get(i),
                    "=",
                    row.product().plain(),
                    row.why().plain());
        }
        lines.addAll(summed(columns.lines("  ")));
    }

    /** The table with the sum below its last column. */
    private List<String> summed(List<String> drawn) {
        List<String> lines = new ArrayList<>(drawn);
        if (drawn.size() > 2) {
            String head = drawn.get(0);
            String last = prose.text("hop.product");
            int end = Width.of(head.substring(0, head.lastIndexOf(last) + last.length()));
            int digits = table.rows().stream()
                    .mapToInt(row -> Width.of(row.product().plain()))
                    .max()
                    .orElse(0);
            digits = Math.max(digits, Width.of(table.total().plain()));
            String indent = " ".repeat(end - digits);
            lines.add(indent + "-".repeat(digits));
            lines.add(indent + Width.padLeft(table.total().plain(), digits));
        }
        return lines;
    }
}
