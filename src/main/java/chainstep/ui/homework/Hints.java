package chainstep.ui.homework;

import chainstep.explain.Derivation;
import chainstep.explain.EdgeTable;
import chainstep.explain.Explainer;
import chainstep.explain.Form;
import chainstep.homework.Place;
import chainstep.lang.Model;
import chainstep.words.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What helps to answer a question, in stages: where to look, the formula, the formula with the numbers that are known. */
final class Hints {
    /** How many there are. */
    static final int STAGES = 3;

    private final Exercise exercise;
    private final Explainer explainer;
    private final Words words;

    /**
     * One hint.
     *
     * @param words said before the formula; may be empty
     * @param formula may be empty
     */
    record Hint(String words, Form formula) {}

    Hints(Exercise exercise, Locale locale) {
        this.exercise = exercise;
        this.words = Words.of("ui", locale);
        Model model = exercise.model();
        this.explainer = new Explainer(
                exercise.worked().trace().of(model.program()), model.source().statements(), model.labels(), locale);
    }

    /** Who explains the model, in the language of the hints. */
    Explainer explainer() {
        return explainer;
    }

    /** The place in the model's own program where an answer is computed; empty where only the question computes it. */
    Optional<Place> place(int question) {
        Place place = exercise.worked().places(question).get(0);
        return place.node() < exercise.model().program().size() ? Optional.of(place) : Optional.empty();
    }

    private boolean isWhole(int question) {
        return exercise.questions().get(question).shape().size() > 1;
    }

    /** The hints up to a stage, which tell nothing of what is hidden. */
    List<Hint> upTo(int stage, int question, Secrets secrets) {
        return List.of(where(question), formula(question, secrets), numbers(question, secrets)).stream()
                .limit(stage)
                .toList();
    }

    private Hint where(int question) {
        Optional<Derivation> step = place(question).map(place -> explainer.step(place.node()));
        String name = exercise.names().get(question);
        if (step.isEmpty() || step.get().line() == 0) {
            return new Hint(words.say("homework.hint.parts", name), Form.EMPTY);
        }
        int line = step.get().line();
        Form why = step.get().question();
        return new Hint(
                words.say("homework.hint.line", line, name)
                        + (why.isEmpty() ? "" : " " + why.plain().replaceAll("\\s+", " ")),
                Form.words(asRead(explainer.line(line).strip())));
    }

    /** A line of the text with σ by the name that it has in every formula of the page. */
    private static String asRead(String line) {
        return line.replaceAll("\\bsigmoid(?=\\s*\\()", "σ");
    }

    private Hint formula(int question, Secrets secrets) {
        Optional<EdgeTable> edges = edges(question);
        String said = words.say("homework.hint.formula");
        if (edges.filter(table ->
                        table.rows().stream().noneMatch(row -> row.local().isEmpty()))
                .isPresent()) {
            return new Hint(said, secrets.mask(terms(edges.get(), EdgeTable.Row::local, EdgeTable.Row::upstream)));
        }
        return place(question)
                .map(place ->
                        new Hint(said, secrets.mask(explainer.step(place.node()).rule())))
                .orElseGet(() -> new Hint(words.say("homework.hint.definition"), Form.EMPTY));
    }

    private Hint numbers(int question, Secrets secrets) {
        String said = words.say("homework.hint.numbers");
        Optional<EdgeTable> edges = edges(question);
        if (edges.isPresent()) {
            Form with = terms(edges.get(), EdgeTable.Row::factor, EdgeTable.Row::incoming);
            return new Hint(said, secrets.mask(with));
        }
        return place(question)
                .map(place -> isWhole(question)
                        ? explainer.step(place.node())
                        : explainer.step(place.node(), place.element()))
                .filter(step -> step.numbers().sides().size() > 1)
                .map(step -> new Hint(said, secrets.mask(unfinished(step.numbers()))))
                .orElseGet(() -> new Hint(words.say("homework.hint.all"), Form.EMPTY));
    }

    /** Without its last side, which is the result. */
    private static Form unfinished(Form numbers) {
        List<Form> sides = numbers.sides().subList(0, numbers.sides().size() - 1);
        return new Form(
                sides.stream().map(Form::plain).collect(Collectors.joining()) + " = " + Secrets.HIDDEN,
                sides.stream().map(Form::latex).collect(Collectors.joining(" ")) + " = \\;" + Secrets.HIDDEN);
    }

    private Optional<EdgeTable> edges(int question) {
        return isWhole(question)
                ? Optional.empty()
                : place(question)
                        .flatMap(place -> explainer.edges(place.node(), place.element()))
                        .filter(table -> !table.rows().isEmpty() && table.omitted() == 0);
    }

    private interface Column {
        Form of(EdgeTable.Row row);
    }

    private static Form terms(EdgeTable table, Column first, Column second) {
        String plain = table.rows().stream()
                .map(row -> factor(first.of(row).plain()) + " · "
                        + factor(second.of(row).plain()))
                .collect(Collectors.joining(" + "));
        String latex = table.rows().stream()
                .map(row -> factor(first.of(row).latex()) + " \\cdot "
                        + factor(second.of(row).latex()))
                .collect(Collectors.joining(" + "));
        return new Form(
                table.gradient().plain() + " = " + plain, table.gradient().latex() + " = " + latex);
    }

    /** In brackets where it is a sum, or begins with a sign. */
    private static String factor(String text) {
        String bare = text.strip();
        int open = 0;
        for (int k = 0; k < bare.length(); k++) {
            char sign = bare.charAt(k);
            open += "([{".indexOf(sign) >= 0 ? 1 : ")]}".indexOf(sign) >= 0 ? -1 : 0;
            if (open == 0 && "+-−".indexOf(sign) >= 0) {
                return "(" + bare + ")";
            }
        }
        return bare;
    }
}
