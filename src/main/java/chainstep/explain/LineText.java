package chainstep.explain;

import chainstep.graph.Phase;
import java.util.ArrayList;
import java.util.List;

/** The plain text of depth <em>line</em>: a table for each phase, values in one column. */
final class LineText {
    private static final int GAP = 3;

    private final Page page;
    private final List<Row> rows;
    private final int names;
    private final int formulas;
    private final List<String> text = new ArrayList<>();
    private int last;

    LineText(Page page, List<Row> rows) {
        this.page = page;
        this.rows = rows;
        this.names = rows.stream()
                .filter(row -> row.phase() == Phase.BACKWARD)
                .mapToInt(row -> Width.of(left(row)))
                .max()
                .orElse(0);
        this.formulas = rows.stream()
                .filter(row -> row.phase() != Phase.FORWARD)
                .mapToInt(row -> Width.of(formula(row)))
                .max()
                .orElse(0);
    }

    List<String> lines() {
        for (Phase phase : Phase.values()) {
            List<Row> part = rows.stream().filter(row -> row.phase() == phase).toList();
            if (!part.isEmpty()) {
                text.add(page.heading(phase));
                if (phase == Phase.FORWARD) {
                    forward(part);
                } else {
                    part.forEach(this::derived);
                }
            }
        }
        return List.copyOf(text);
    }

    private void forward(List<Row> part) {
        int written =
                part.stream().mapToInt(row -> Width.of(written(row))).max().orElse(0);
        int named = part.stream().mapToInt(row -> Width.of(left(row))).max().orElse(0);
        int line = 0;
        for (Row row : part) {
            String before = number(row, line) + Width.pad(written(row), written + GAP);
            text.add(before + Width.pad(left(row), named) + " = " + value(row));
            line = row.line();
        }
    }

    /** What the user wrote, or the rule where no source is at hand. */
    private String written(Row row) {
        String source = page.line(row.line());
        return source.isEmpty() ? left(row) + " = " + page.rule(row.rule()).plain() : source;
    }

    private void derived(Row row) {
        boolean update = row.phase() == Phase.UPDATE;
        String number = update ? "     " : number(row, last);
        text.add(number + Width.pad(formula(row), formulas) + "  = " + value(row));
        last = row.line();
    }

    private String formula(Row row) {
        boolean update = row.phase() == Phase.UPDATE;
        return (update ? left(row) + " ← " : Width.pad(left(row), names) + " = ")
                + page.rule(row.rule()).plain();
    }

    private static String number(Row row, int before) {
        String number = row.line() == 0 || row.line() == before ? "" : Integer.toString(row.line());
        return Width.padLeft(number, 3) + "  ";
    }

    private String left(Row row) {
        return page.name(row.node()).plain();
    }

    private String value(Row row) {
        return page.value(row.value(), false).plain();
    }
}
