package chainstep.ui.homework;

import chainstep.explain.Explainer;
import chainstep.explain.Form;
import chainstep.graph.Leaf;
import chainstep.graph.Node;
import chainstep.graph.Role;
import chainstep.homework.GivenTexts;
import chainstep.lang.Model;
import chainstep.math.Rational;
import chainstep.ui.Settings;
import chainstep.ui.derivation.Section;
import chainstep.ui.derivation.Sheet;
import chainstep.ui.derivation.Style;
import chainstep.ui.formula.Flow;
import chainstep.ui.formula.FormulaView;
import chainstep.ui.formula.Typesetter;
import chainstep.ui.look.Hue;
import chainstep.ui.look.Palette;
import java.awt.Color;
import java.awt.Font;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** What is asked: the words of the file, its formulas, what is given, and how far one is. */
public final class ProblemView extends ScrolledSheet implements HomeworkView {
    private static final Set<Leaf.Kind> GIVEN =
            Set.of(Leaf.Kind.INPUT, Leaf.Kind.TARGET, Leaf.Kind.PARAM, Leaf.Kind.CONST);
    private static final int MOST = 40;
    private static final int COLUMN = 66;

    private final Typesetter typesetter = new Typesetter();
    private Optional<HomeworkScene> shown = Optional.empty();

    public ProblemView() {
        super("homework.problem");
    }

    @Override
    public void show(HomeworkScene scene) {
        boolean same = shown.filter(old -> old.settings().equals(scene.settings())
                        && old.exercise().equals(scene.exercise())
                        && old.desk().equals(scene.desk())
                        && old.checked().equals(scene.checked()))
                .isPresent();
        shown = Optional.of(scene);
        if (!same) {
            Style style = new Style(scene.settings());
            lay(sheet(scene, style), style, false);
        }
    }

    private Sheet sheet(HomeworkScene scene, Style style) {
        Sheet sheet = new Sheet(style.colour(Hue.GROUND), style.colour(Hue.LINE));
        scene.exercise().ifPresent(exercise -> fill(sheet, scene, exercise, style));
        return sheet;
    }

    private void fill(Sheet sheet, HomeworkScene scene, Exercise exercise, Style style) {
        Model model = exercise.model();
        Settings settings = scene.settings();
        Explainer explainer = new Explainer(
                        exercise.worked().trace().of(model.program()),
                        model.source().statements(),
                        model.labels(),
                        settings.locale())
                .digits(settings.digits());
        words(sheet, model, style);
        formulas(sheet, model, explainer, style);
        sheet.add(new Heading(style.say("homework.given"), style, typesetter));
        given(sheet, exercise, explainer, style);
        sheet.add(new Heading(style.say("homework.progress"), style, typesetter));
        Section progress = new Section(style);
        exercise.parts()
                .forEach(part ->
                        progress.with(progress(scene, exercise, part, style)).space(4));
        sheet.section(progress);
    }

    private void words(Sheet sheet, Model model, Style style) {
        Section words = new Section(style);
        Color text = style.colour(Hue.TEXT);
        model.title()
                .ifPresent(title -> words.with(
                        new Flow(typesetter).words(title, style.words().deriveFont(Font.BOLD), text)));
        for (String note : model.notes()) {
            words.space(6).with(new Flow(typesetter).words(note, style.words(), text));
        }
        if (words.getComponentCount() > 0) {
            sheet.section(words);
        }
    }

    private void formulas(Sheet sheet, Model model, Explainer explainer, Style style) {
        Section section = new Section(style);
        List<Node> named = model.program().nodes().stream()
                .filter(node -> node.role() instanceof Role.Value && isNamed(node) && !node.isLeaf())
                .limit(MOST)
                .toList();
        for (Node node : named) {
            Optional<Form> formula = explainer.formula(node.id());
            formula.ifPresent(right -> section.with(new FormulaView(
                            typesetter,
                            explainer.name(node.id()).equalTo(right),
                            style.formula() - 1,
                            style.leastFormula(),
                            style.colour(Hue.TEXT),
                            style.colour(Hue.EDGE)))
                    .space(7));
        }
        if (section.getComponentCount() > 0) {
            sheet.section(section);
        }
    }

    private static boolean isNamed(Node node) {
        return node.isNamed() && node.name().indexOf('.') < 0;
    }

    private void given(Sheet sheet, Exercise exercise, Explainer explainer, Style style) {
        Model model = exercise.model();
        GivenTexts texts = new GivenTexts(model);
        Color text = style.colour(Hue.TEXT);
        Color line = style.colour(Hue.LINE);
        int column = style.settings().projector() ? COLUMN * 2 : COLUMN;
        for (Node node : model.program().nodes()) {
            boolean shownHere = node.isLeaf() && GIVEN.stream().anyMatch(node::isLeaf) && isNamed(node);
            if (shownHere) {
                sheet.add(new Pair(
                        new Flow(typesetter).words(explainer.name(node.id()).plain(), style.numbers(), text),
                        new Flow(typesetter)
                                .words(
                                        GivenLine.of(
                                                        node,
                                                        exercise.worked()
                                                                .trace()
                                                                .value(node.id()),
                                                        model.labels().getOrDefault(node.id(), List.of()),
                                                        texts)
                                                .orElseGet(() -> explainer
                                                        .value(node.id())
                                                        .plain()
                                                        .replace("  ", "\u00A0\u00A0")),
                                        style.numbers(),
                                        text),
                        column,
                        line));
            }
        }
        rule(model)
                .ifPresent(rule -> sheet.add(new Pair(
                        new Flow(typesetter)
                                .words(style.say("homework.given.update"), style.small(), style.colour(Hue.MUTED)),
                        new Flow(typesetter).words(rule, style.numbers(), text),
                        column,
                        line)));
    }

    /** By what parameters are updated, as the file says it: sgd(lr=0.5). */
    private static Optional<String> rule(Model model) {
        return model.source().statements().stream()
                .map(String::strip)
                .filter(line -> line.startsWith("minimize(") && line.indexOf(',') > 0 && line.endsWith(")"))
                .map(line ->
                        line.substring(line.indexOf(',') + 1, line.length() - 1).strip())
                .findFirst();
    }

    private Flow progress(HomeworkScene scene, Exercise exercise, Exercise.Part part, Style style) {
        int all = part.questions().stream()
                .mapToInt(k -> exercise.questions().get(k).marks())
                .sum();
        Rational earned = part.questions().stream().map(scene::earned).reduce(Rational.ZERO, Rational::add);
        OptionalInt slip = scene.firstSlip();
        boolean slipped = slip.isPresent() && part.questions().contains(slip.getAsInt());
        boolean full = earned.equals(Rational.of(all));
        Color colour = full
                ? style.colour(Hue.RIGHT)
                : slipped ? Pill.amber(Palette.of(scene.settings().theme())) : style.colour(Hue.MUTED);
        Flow line = new Flow(typesetter)
                .words(part.section().title().in(scene.settings().locale()), style.words(), style.colour(Hue.TEXT))
                .words(MarksText.of(earned) + " / " + all, style.words().deriveFont(Font.BOLD), colour);
        if (slipped) {
            line.words("— " + style.say("homework.progress.slip"), style.words(), style.colour(Hue.TEXT))
                    .words(
                            exercise.names().get(slip.getAsInt()),
                            style.numbers().deriveFont(Font.BOLD),
                            style.colour(Hue.TEXT));
        }
        return line;
    }
}
