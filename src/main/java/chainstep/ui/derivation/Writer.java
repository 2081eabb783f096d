package chainstep.ui.derivation;

import chainstep.explain.CheckSaid;
import chainstep.explain.Derivation;
import chainstep.explain.EdgeTable;
import chainstep.explain.Explainer;
import chainstep.explain.Form;
import chainstep.graph.Phase;
import chainstep.graph.Role;
import chainstep.lang.SourceError;
import chainstep.run.GradientCheck.Verdict;
import chainstep.ui.Picked;
import chainstep.ui.formula.Flow;
import chainstep.ui.formula.FormulaView;
import chainstep.ui.formula.Typesetter;
import chainstep.ui.look.Hue;
import java.awt.Color;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Sets a derivation: what it is about, the rule, the numbers, one number's ledger, the cross-check, and why in words. */
final class Writer {
    private final Subject subject;
    private final Explainer explainer;
    private final Style style;
    private final Typesetter typesetter;
    private final List<Derivation> steps;
    private final Derivation step;
    private final int element;
    private final Optional<Derivation> number;
    private final Optional<EdgeTable> edges;

    /** @param explainer whose formulas are in colour */
    Writer(Subject subject, Explainer explainer, Style style, Typesetter typesetter) {
        this.subject = subject;
        this.explainer = explainer;
        this.style = style;
        this.typesetter = typesetter;
        this.steps = subject.derivations(explainer);
        this.step = steps.get(steps.size() - 1);
        boolean whole = subject.focus().isWhole();
        this.element = whole ? 0 : subject.focus().element();
        this.edges = explainer.edges(step.node(), element);
        boolean scalar = step.value().size() == 1;
        this.number = subject.node().isLeaf() || scalar && whole || edges.isPresent()
                ? Optional.empty()
                : Optional.of(explainer.step(step.node(), element));
    }

    /**
     * The page, with what is known by now.
     *
     * @param troubles why the text cannot be run any more
     * @param ledgers what can be done at a ledger
     */
    Sheet sheet(Told told, List<SourceError> troubles, Ledgers ledgers) {
        Sheet sheet = new Sheet(style.colour(Hue.GROUND), style.colour(Hue.LINE));
        troubles.stream().limit(1).forEach(one -> sheet.section(new Blank(style, typesetter).trouble(one)));
        sheet.section(head());
        if (subject.state().program().node(step.node()).isLeaf()) {
            sheet.section(given());
        } else {
            sheet.section(rule());
            numbers().ifPresent(sheet::section);
        }
        number.ifPresent(one -> sheet.section(number(one)));
        edges.ifPresent(table -> sheet.section(ledger(table, told, ledgers)));
        check(told).ifPresent(sheet::section);
        why().ifPresent(sheet::section);
        return sheet;
    }

    private Flow small(String text) {
        return new Flow(typesetter).words(text, style.small(), style.colour(Hue.MUTED));
    }

    private FormulaView formula(Form form) {
        return new FormulaView(
                typesetter,
                form,
                style.formula(),
                style.leastFormula(),
                style.colour(Hue.TEXT),
                style.colour(Hue.EDGE));
    }

    private Section head() {
        Flow context = new Flow(typesetter).chip(chip(), style.small(), ink(step.phase()), ground(step.phase()));
        int line = step.line();
        if (line > 0) {
            context.words(style.say("derivation.line", line), style.small(), style.colour(Hue.MUTED));
            context.words(explainer.line(line), style.numbers(), style.colour(Hue.MUTED));
        }
        Section head = new Section(style).with(context);
        subject.place()
                .ifPresent(place -> head.space(4)
                        .with(small(style.say("derivation.place", place.number(), place.count(), through()))));
        return head.space(6).with(new Flow(typesetter).words(heading(), style.title(), style.colour(Hue.TEXT)));
    }

    /** The operation that the gradient comes back through. */
    private String through() {
        return explainer.name(((Role.Term) subject.node().role()).through()).plain();
    }

    private String chip() {
        String phase = style.say("derivation.phase." + step.phase().name().toLowerCase(Locale.ROOT));
        if (subject.isPicked()) {
            return subject.node().isLeaf()
                    ? style.say("derivation.picked.given")
                    : style.say("derivation.picked", phase);
        }
        long count = subject.state().count();
        return style.say("derivation.step", phase, subject.state().index() + 1, count);
    }

    /** What is asked, or what it is. */
    private String heading() {
        if (step.question().parts().size() > 1) {
            return step.question().parts().get(0).plain();
        }
        boolean own = step.phase() == Phase.FORWARD && !subject.node().isLeaf();
        if (own) {
            return style.say("derivation.how", explainer.name(step.node()).plain());
        }
        return question(subject.node().role()).orElseGet(() -> step.title().plain());
    }

    /** What a step of a whole line answers: its title is only a name. */
    private Optional<String> question(Role role) {
        if (role instanceof Role.Term term) {
            return Optional.of(changes(term.of(), term.wrt()));
        } else if (role instanceof Role.Total total) {
            return Optional.of(changes(total.of(), total.wrt()));
        } else if (role instanceof Role.Update update && update.part().equals("new") && update.param() >= 0) {
            return Optional.of(style.say(
                    "derivation.update", explainer.name(update.param()).plain()));
        }
        return Optional.empty();
    }

    private String changes(int of, int by) {
        return style.say(
                "derivation.change",
                explainer.name(of).plain(),
                explainer.name(by).plain());
    }

    private Color ink(Phase phase) {
        return style.colour(
                switch (phase) {
                    case FORWARD -> Hue.VALUE;
                    case BACKWARD -> Hue.GRADIENT;
                    case UPDATE -> Hue.UPDATE;
                });
    }

    private Color ground(Phase phase) {
        return style.colour(
                switch (phase) {
                    case FORWARD -> Hue.VALUE_GROUND;
                    case BACKWARD -> Hue.GRADIENT_GROUND;
                    case UPDATE -> Hue.UPDATE_GROUND;
                });
    }

    /** What nothing computes is its numbers, and has no rule. */
    private Section given() {
        return Section.of(style, typesetter, style.say("derivation.value")).with(formula(numbers(step)));
    }

    private Section rule() {
        Section section = Section.of(style, typesetter, style.say("derivation.rule"));
        for (Derivation one : steps) {
            section.with(formula(one.rule())).space(style.gap() / 2);
        }
        if (!step.because().isEmpty()) {
            section.space(style.gap() / 3)
                    .with(new Flow(typesetter)
                            .atLeast(style.leastFormula())
                            .sentence(step.because(), style.words(), style.colour(Hue.TEXT)));
        }
        return section;
    }

    /** The rule with its numbers; where there is nothing to put in, the value. */
    private Optional<Section> numbers() {
        Section section = Section.of(style, typesetter, style.say("derivation.numbers"));
        boolean any = false;
        for (Derivation one : steps) {
            Derivation pointed = one == step && (edges.isPresent() || number.isPresent())
                    ? one.pointing(element, explainer.digits())
                    : one;
            if (!one.rule().plain().endsWith(" = " + one.shown().plain())) {
                section.with(formula(numbers(pointed))).space(style.gap() / 2);
                any = true;
            }
        }
        return any ? Optional.of(section) : Optional.empty();
    }

    /** The left side of a rule, and the numbers that it has. */
    static Form numbers(Derivation step) {
        Form numbers = step.numbers().isEmpty() ? step.shown() : step.numbers();
        List<Form> sides = step.rule().sides();
        return sides.size() > 1 ? sides.get(0).equalTo(numbers) : numbers;
    }

    /** One number of a value, as the formula it is. */
    private Section number(Derivation one) {
        Section section = Section.of(
                style, typesetter, style.say("derivation.element", one.title().plain()));
        section.with(formula(one.rule()));
        if (!one.numbers().isEmpty()) {
            section.space(style.gap() / 2)
                    .with(formula(one.rule().sides().get(0).equalTo(one.numbers())));
        }
        one.notes()
                .forEach(note -> section.space(6)
                        .with(new Flow(typesetter)
                                .atLeast(style.leastFormula())
                                .sentence(note, style.words(), style.colour(Hue.TEXT))));
        return section;
    }

    private Section ledger(EdgeTable table, Told told, Ledgers acts) {
        LedgerSection ledgers = new LedgerSection(style, typesetter, new Picked(step.node(), element), acts.picked());
        boolean paths = told.asksPaths();
        Section section = new Section(style).with(ledgerHead(table, told, acts.switched()));
        section.space(style.gap() / 3);
        if (!paths) {
            ledgers.edges(table, section);
            section.space(style.gap() / 2).with(small(table.heading().plain()));
        } else if (told.paths().isPresent()) {
            ledgers.paths(told.paths().get(), section);
            section.space(style.gap() / 2)
                    .with(small(told.paths().get().heading().plain()));
        } else {
            section.with(small(style.say("derivation.counting")));
        }
        return section;
    }

    /** Whose number it is, over how many edges, and the way to the other ledger. */
    private Beside ledgerHead(EdgeTable table, Told told, Runnable switchLedger) {
        long edges = table.rows().size() + table.omitted();
        String whose = table.gradient().plain();
        Flow words = small(style.say(told.asksPaths() ? "derivation.paths" : "derivation.edges", whose, edges));
        String link = style.say(told.asksPaths() ? "derivation.to.edges" : "derivation.to.paths", end());
        return !offersPaths()
                ? new Beside(words)
                : new Beside(words, new Link(link, style.small(), style.colour(Hue.VALUE), switchLedger));
    }

    /** Whether there is a ledger of edges, and one of whole paths. */
    boolean offersPaths() {
        return edges.filter(table -> !table.rows().isEmpty()).isPresent() && explainer.hasWays(step.node());
    }

    /** The value that the gradient is of. */
    private String end() {
        Role role = subject.node().role();
        int of = role instanceof Role.Term term ? term.of() : role instanceof Role.Total total ? total.of() : -1;
        return of < 0 ? "" : explainer.name(of).plain();
    }

    private Optional<Section> check(Told told) {
        if (!subject.isGradient() || told.isChecked() && told.check().isEmpty()) {
            return Optional.empty();
        }
        Section section = Section.of(style, typesetter, style.say("derivation.check"));
        if (told.check().isEmpty()) {
            return Optional.of(section.with(small(style.say("derivation.checking"))));
        }
        CheckSaid said = told.check().get();
        boolean right = said.verdict().compareTo(Verdict.AT_KINK) <= 0;
        Flow verdict = new Flow(typesetter)
                .words(style.say("derivation.difference"), style.words(), style.colour(Hue.TEXT))
                .words(said.differences().plain(), style.numbers(), style.colour(Hue.TEXT));
        section.with(
                said.distance().isEmpty()
                        ? verdict.words(style.say("derivation.incomparable"), style.words(), style.colour(Hue.MUTED))
                        : verdict.chip(
                                (right ? "✓ " : "✗ ") + said.distance().plain(),
                                style.small(),
                                style.colour(right ? Hue.RIGHT : Hue.WRONG),
                                style.colour(right ? Hue.RIGHT_GROUND : Hue.WRONG_GROUND)));
        said.remarks()
                .forEach(remark -> section.space(4)
                        .with(new Flow(typesetter)
                                .atLeast(style.leastFormula())
                                .sentence(remark, style.words(), style.colour(Hue.TEXT))));
        return Optional.of(section);
    }

    private Optional<Section> why() {
        Section section = Section.of(style, typesetter, style.say("derivation.why"));
        List<Form> parts = step.question().parts();
        Form answer = parts.size() > 1 ? parts.get(1) : step.question();
        boolean any = !answer.isEmpty();
        if (any) {
            section.with(new Flow(typesetter)
                    .atLeast(style.leastFormula())
                    .sentence(answer, style.words(), style.colour(Hue.TEXT)));
        }
        for (Derivation one : steps) {
            for (Form note : one.notes()) {
                section.space(any ? 6 : 0)
                        .with(new Flow(typesetter)
                                .atLeast(style.leastFormula())
                                .sentence(note, style.words(), style.colour(Hue.TEXT)));
                any = true;
            }
        }
        return any ? Optional.of(section) : Optional.empty();
    }
}
