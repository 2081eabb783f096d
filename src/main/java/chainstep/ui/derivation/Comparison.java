package chainstep.ui.derivation;

import chainstep.explain.Derivation;
import chainstep.explain.Explainer;
import chainstep.explain.Form;
import chainstep.homework.mistake.Retraced;
import chainstep.homework.mistake.Retraced.Step;
import chainstep.run.Trace;
import chainstep.ui.formula.Flow;
import chainstep.ui.formula.FormulaView;
import chainstep.ui.formula.Typesetter;
import chainstep.ui.look.Hue;
import java.awt.Font;
import java.util.List;
import java.util.Locale;

/** Sets a derivation as it is beside the same with a mistake in it: rule, numbers, and what comes of them. */
final class Comparison {
    private static final int COLUMN = 200;
    private static final int COLUMN_IN_HALL = 440;

    private final Slipped slipped;
    private final Style style;
    private final Typesetter typesetter;
    private final Locale locale;
    private final Explainer right;
    private final Explainer wrong;

    Comparison(Slipped slipped, Style style, Typesetter typesetter) {
        this.slipped = slipped;
        this.style = style;
        this.typesetter = typesetter;
        this.locale = style.settings().locale();
        this.right = explainer(slipped.retraced().right()).inked(style.inks());
        this.wrong = explainer(slipped.retraced().slipped());
    }

    private Explainer explainer(Trace trace) {
        return new Explainer(
                        trace,
                        slipped.model().source().statements(),
                        slipped.model().labels(),
                        locale)
                .digits(style.settings().digits());
    }

    Sheet sheet() {
        Sheet sheet = new Sheet(style.colour(Hue.GROUND), style.colour(Hue.LINE));
        sheet.section(head());
        sheet.section(new Halves(
                asItIs(),
                asOnTheSheet(),
                style.settings().projector() ? COLUMN_IN_HALL : COLUMN,
                style.colour(Hue.LINE)));
        return sheet;
    }

    private Section head() {
        String chip = style.say("derivation.slip.chip", slipped.asked(), slipped.written());
        return new Section(style)
                .with(new Flow(typesetter)
                        .chip(chip, style.small(), style.colour(Hue.WRONG), style.colour(Hue.WRONG_GROUND)))
                .space(6)
                .with(new Flow(typesetter)
                        .words(slipped.slip().name().in(locale), style.title(), style.colour(Hue.TEXT)))
                .space(4)
                .with(new Flow(typesetter)
                        .words(slipped.slip().explanation().in(locale), style.words(), style.colour(Hue.TEXT)))
                .space(4)
                .with(new Flow(typesetter)
                        .words(style.say("derivation.slip.closes"), style.small(), style.colour(Hue.MUTED)));
    }

    private Section column(String heading, Hue hue) {
        return new Section(style)
                .with(new Flow(typesetter).words(heading, style.words().deriveFont(Font.BOLD), style.colour(hue)))
                .space(style.gap());
    }

    private FormulaView formula(Form form, Hue hue) {
        return new FormulaView(
                typesetter, form, style.formula() - 1, style.leastFormula(), style.colour(hue), style.colour(Hue.EDGE));
    }

    private Section asItIs() {
        Retraced retraced = slipped.retraced();
        Section column = column("✓ " + style.say("derivation.slip.right"), Hue.RIGHT);
        int site = retraced.made().node();
        Derivation step = pointed(right, site);
        if (!retraced.right().program().node(site).isLeaf()) {
            column.with(formula(step.rule(), Hue.TEXT)).space(style.gap() / 2);
        }
        column.with(formula(Writer.numbers(step), Hue.TEXT));
        for (Step after : retraced.after()) {
            column.space(style.gap()).with(formula(value(right, after.node(), after.node()), Hue.TEXT));
        }
        return column;
    }

    private Section asOnTheSheet() {
        Retraced retraced = slipped.retraced();
        String heading = style.say("derivation.slip.wrong", slipped.slip().code());
        Section column = column("✗ " + heading, Hue.WRONG);
        String marked = style.marked(slipped.slip().formula().in(locale));
        if (!marked.isBlank() && Typesetter.sets(marked)) {
            column.with(formula(new Form(slipped.slip().name().in(locale), marked), Hue.TEXT))
                    .space(style.gap() / 2);
        }
        Step made = retraced.made();
        Form name = right.name(made.node());
        Form rule = wrong.name(made.instead());
        Derivation step = pointed(wrong, made.instead());
        column.with(formula(name.equalTo(rule), Hue.TEXT)).space(style.gap() / 2);
        column.with(formula(name.equalTo(step.numbers().isEmpty() ? step.shown() : step.numbers()), Hue.TEXT));
        for (Step after : retraced.after()) {
            column.space(style.gap()).with(formula(value(wrong, after.node(), after.instead()), Hue.WRONG));
        }
        return column.space(style.gap())
                .with(new Flow(typesetter)
                        .words(style.say("derivation.slip.sheet"), style.words(), style.colour(Hue.MUTED))
                        .chip(
                                slipped.written(),
                                style.numbers().deriveFont(Font.BOLD),
                                style.colour(Hue.WRONG),
                                style.colour(Hue.WRONG_GROUND)));
    }

    /** A step, the number that is asked for bold where it is one of its value. */
    private Derivation pointed(Explainer explainer, int node) {
        Derivation step = explainer.step(node);
        boolean own = slipped.place().node() == slipped.retraced().made().node();
        return own && slipped.place().element() < step.value().size()
                ? step.pointing(slipped.place().element(), explainer.digits())
                : step;
    }

    /** What a value is called, and what it comes to. */
    private Form value(Explainer by, int node, int instead) {
        List<Form> sides = right.name(node).sides();
        return sides.get(0).equalTo(by.step(instead).shown());
    }
}
