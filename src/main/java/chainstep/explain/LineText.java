package chainstep.explain;

import chainstep.graph.Expression;
import chainstep.graph.Phase;
import chainstep.graph.Role;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** The plain text of depth <em>line</em>: a table for each phase, values in one column. */
final class LineText {
    private static final int GAP = 3;
    /** A formula wider than this has its value on the next line. */
    private static final int WIDE = 44;
    /** A value wider than this is set as a block of lines. */
    private static final int LONG = 60;
    /** A text wider than this is in no column. */
    private static final int WIDEST = 100;

    private final Page page;
    private final List<Row> rows;
    private final int names;
    private final int formulas;
    private final Remarks remarks;
    private final List<String> text = new ArrayList<>();
    private final Set<Form> said = new HashSet<>();
    private int last;

    LineText(Page page, List<Row> rows) {
        this.page = page;
        this.rows = rows;
        this.remarks = Remarks.of(page, rows);
        this.names = widest(
                rows.stream().filter(row -> row.phase() == Phase.BACKWARD).toList(), row -> Width.of(left(row)));
        this.formulas = widest(
                rows.stream().filter(row -> row.phase() != Phase.FORWARD).toList(), row -> Width.of(formula(row)));
    }

    private static int widest(List<Row> rows, ToIntFunction<Row> width) {
        return rows.stream().mapToInt(width).filter(w -> w <= WIDE).max().orElse(0);
    }

    /** How wide a column is: as its widest text, but for texts wider than any line. */
    private static int column(List<Row> rows, Function<Row, String> text) {
        return rows.stream()
                .mapToInt(row -> Width.of(text.apply(row)))
                .filter(width -> width <= WIDEST)
                .max()
                .orElse(0);
    }

    List<String> lines() {
        for (Phase phase : Phase.values()) {
            List<Row> part = rows.stream().filter(row -> row.phase() == phase).toList();
            if (!part.isEmpty()) {
                text.add(page.heading(phase).plain());
                trap(part);
                last = 0;
                int written = column(part, this::written);
                int named = column(part, this::left);
                part.forEach(row -> {
                    if (phase == Phase.FORWARD) {
                        forward(row, written, named);
                    } else {
                        derived(row);
                    }
                    remark(row);
                });
            }
        }
        return List.copyOf(text);
    }

    private void forward(Row row, int written, int named) {
        if (isPenalised(row)) {
            String minimised = page.line(row.line());
            String words = page.prose().text("note.penalty", left(row));
            text.add(number(row) + (minimised.isEmpty() ? words : minimised));
            last = row.line();
            text.add("       " + page.prose().text("part.note") + "  " + words);
        }
        boolean again = row.line() != 0 && row.line() == last;
        String number = number(row);
        String source = again && isFromSource(row) ? "" : written(row);
        if (Width.of(source) > written) {
            text.add(number + source);
            source = "";
            number = " ".repeat(number.length());
        }
        add(number + Width.pad(source, written + GAP) + Width.pad(left(row), named) + " = ", row);
    }

    /** What the user wrote, or the rule where the line does not say it. */
    private String written(Row row) {
        return isFromSource(row) ? page.line(row.line()) : left(row) + " = " + rule(row);
    }

    private boolean isPenalised(Row row) {
        return page.names().isPenalised(row.node());
    }

    private boolean isFromSource(Row row) {
        boolean value = page.program().node(row.node()).role() instanceof Role.Value;
        return value && !isPenalised(row) && !page.line(row.line()).isEmpty();
    }

    private void derived(Row row) {
        boolean update = row.phase() == Phase.UPDATE;
        String number = update ? "     " : number(row);
        String formula = formula(row);
        if (row.rule() instanceof Expression.Number && row.value().size() == 1) {
            text.add(number + formula);
        } else if (Width.of(formula) > WIDE) {
            text.add(number + formula);
            add(" ".repeat(5 + formulas) + "  = ", row);
        } else {
            add(number + Width.pad(formula, formulas) + "  = ", row);
        }
    }

    /** What must be said even at this depth: kinks, dead units, saturation, shortcuts. */
    private void remark(Row row) {
        boolean mask = Names.isMask(page.program().node(row.node()));
        List<Form> notes = row.phase() == Phase.BACKWARD || mask ? remarks.of(row) : remarks.finite(row);
        if (row.phase() == Phase.FORWARD) {
            remarks.holes(row).stream().filter(said::add).forEach(this::note);
        }
        List<Form> always = remarks.finite(row);
        notes.stream().filter(note -> always.contains(note) || said.add(note)).forEach(this::note);
    }

    /** The update's trap, once for all parameters. */
    private void trap(List<Row> part) {
        List<Form> names = part.stream()
                .filter(row -> page.program().node(row.node()).role() instanceof Role.Update update
                        && update.part().equals("new"))
                .map(row -> page.left(row.node()))
                .toList();
        if (names.size() == 1) {
            note(page.prose().say("note.update", names.get(0)));
        } else if (!names.isEmpty()) {
            note(page.prose().say("note.update.all"));
        }
    }

    private void note(Form note) {
        text.add("       " + page.prose().text("part.note") + "  " + note.plain());
    }

    private void add(String before, Row row) {
        String line = page.value(row.value(), false).plain();
        boolean fits = Width.of(line) <= LONG || row.value().shape().rank() < 2;
        Block value = fits ? Block.of(line) : page.notations().block().value(row.value(), false);
        List<String> set = value.lines();
        text.add(before + set.get(0));
        set.subList(1, set.size()).forEach(next -> text.add(" ".repeat(Width.of(before)) + next));
    }

    private String formula(Row row) {
        return row.phase() == Phase.UPDATE
                ? left(row) + (page.program().isCarried(row.node()) ? " ← " : " = ") + rule(row)
                : Width.pad(left(row), names) + " = " + rule(row);
    }

    private String rule(Row row) {
        return page.rule(row.rule()).plain();
    }

    private String number(Row row) {
        String number = row.line() == 0 || row.line() == last ? "" : Integer.toString(row.line());
        last = row.line();
        return Width.padLeft(number, 3) + "  ";
    }

    private String left(Row row) {
        return page.left(row.node(), row.rule()).plain();
    }
}
