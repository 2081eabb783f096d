package chainstep.ui.derivation;

import chainstep.explain.EdgeTable;
import chainstep.explain.Form;
import chainstep.explain.Held;
import chainstep.explain.PathTable;
import chainstep.ui.Picked;
import chainstep.ui.formula.Drawn;
import chainstep.ui.formula.Flow;
import chainstep.ui.formula.FormulaView;
import chainstep.ui.formula.Typesetter;
import chainstep.ui.look.Hue;
import java.awt.Color;
import java.awt.Font;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Sets the two ledgers of one number of a gradient: the edges it is the sum over, and whole paths.
 *
 * @param whose where that number is held
 * @param picked takes the number that a row is about: the gradient coming in there, or the sum
 */
record LedgerSection(Style style, Typesetter typesetter, Picked whose, Consumer<Picked> picked) {
    private static final int MOST_REASONS = 8;

    private Drawn text(String text, Font font, Hue hue) {
        return typesetter.text(text.isEmpty() ? " " : text, font, style.colour(hue));
    }

    private Drawn number(Form form, Hue hue) {
        return text(form.plain(), style.numbers(), hue);
    }

    private Drawn bold(Form form, Color colour) {
        return typesetter.text(form.plain(), style.numbers().deriveFont(Font.BOLD), colour);
    }

    private Ledger.Column column(String head, boolean isNumber, boolean optional) {
        return new Ledger.Column(text(head, style.small(), Hue.MUTED), isNumber, optional);
    }

    /** The edges, the sum below them, and why some bring nothing. */
    void edges(EdgeTable table, Section section) {
        if (table.rows().isEmpty()) {
            section.with(new Flow(typesetter)
                    .atLeast(style.leastFormula())
                    .sentence(table.heading(), style.words(), style.colour(Hue.TEXT)));
            return;
        }
        section.with(ledger(table));
        if (table.omitted() > 0) {
            String more = style.say("derivation.edges.more", table.omitted());
            section.space(4).with(new Flow(typesetter).words(more, style.small(), style.colour(Hue.MUTED)));
        }
        table.rows().stream()
                .filter(row -> !row.why().isEmpty())
                .limit(MOST_REASONS)
                .forEach(row -> section.space(6)
                        .with(new Flow(typesetter)
                                .words(edge(row), style.numbers(), style.colour(Hue.MUTED))
                                .sentence(row.why(), style.words(), style.colour(Hue.TEXT))));
    }

    private Ledger ledger(EdgeTable table) {
        List<String> head = table.head().stream().map(Form::plain).toList();
        Ledger ledger = new Ledger(
                style,
                List.of(
                        column(head.get(0), false, false),
                        column("", false, true),
                        column(head.get(1), true, false),
                        column("", false, true),
                        column(head.get(2), true, false),
                        column(head.get(3), true, false)));
        table.rows()
                .forEach(row -> ledger.row(
                        List.of(
                                text(edge(row), style.numbers(), Hue.TEXT),
                                number(row.local(), Hue.MUTED),
                                number(row.factor(), Hue.VALUE),
                                number(row.upstream(), Hue.MUTED),
                                number(row.incoming(), Hue.GRADIENT),
                                number(row.product(), Hue.TEXT)),
                        plain(row),
                        () -> pick(row.comes())));
        Drawn none = text("", style.numbers(), Hue.TEXT);
        ledger.row(
                List.of(
                        bold(table.gradient(), style.colour(Hue.TEXT)),
                        none,
                        none,
                        none,
                        none,
                        bold(table.total(), style.colour(Hue.GRADIENT))),
                table.gradient().plain() + " = " + table.total().plain(),
                () -> picked.accept(whose));
        return ledger;
    }

    private void pick(Held held) {
        picked.accept(new Picked(held.node(), held.element()));
    }

    private static String edge(EdgeTable.Row row) {
        return row.from().plain() + " → " + row.to().plain();
    }

    private static String plain(EdgeTable.Row row) {
        return Stream.of(
                        edge(row),
                        row.local().plain(),
                        row.factor().plain(),
                        row.upstream().plain(),
                        row.incoming().plain(),
                        row.product().plain())
                .filter(cell -> !cell.isEmpty())
                .reduce((a, b) -> a + "  " + b)
                .orElse("");
    }

    /** Each path in symbols and in numbers, the sum below them. */
    void paths(PathTable table, Section section) {
        Color text = style.colour(Hue.TEXT);
        for (PathTable.Row row : table.rows()) {
            if (row.isRest()) {
                section.with(new Flow(typesetter)
                        .atLeast(style.leastFormula())
                        .sentence(row.symbols(), style.words(), style.colour(Hue.MUTED))
                        .words("= " + row.product().plain(), style.numbers(), text));
            } else {
                section.with(new Pickable(
                                style, row.symbols().plain(), () -> row.comes().ifPresent(this::pick))
                        .with(formula(row.symbols()))
                        .with(formula(row.factors().equalTo(row.product()))));
            }
            if (!row.why().isEmpty()) {
                section.space(2)
                        .with(new Flow(typesetter)
                                .atLeast(style.leastFormula())
                                .sentence(row.why(), style.words(), text));
            }
            section.space(style.gap());
        }
        Ledger sum = new Ledger(style, List.of(column("", false, false), column("", true, false)));
        sum.row(
                List.of(bold(table.gradient(), text), bold(table.total(), style.colour(Hue.GRADIENT))),
                table.gradient().plain() + " = " + table.total().plain(),
                () -> picked.accept(whose));
        section.with(sum);
        if (!table.missing().isEmpty()) {
            section.space(6)
                    .with(new Flow(typesetter)
                            .atLeast(style.leastFormula())
                            .sentence(table.missing(), style.words(), text));
        }
    }

    private FormulaView formula(Form form) {
        float size = Math.max(style.formula() - 2, style.leastFormula());
        return new FormulaView(
                typesetter, form, size, style.leastFormula(), style.colour(Hue.TEXT), style.colour(Hue.EDGE));
    }
}
