package chainstep.explain;

import chainstep.graph.Expression;
import chainstep.math.Shape;
import chainstep.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Sentences of the bundle {@code explain}, each as plain text and as LaTeX text in which formulas stand between dollars. */
final class Prose implements Wording {
    /** A space between a Chinese sentence and a formula that begins with a Chinese word. */
    private static final Pattern BETWEEN = Pattern.compile("(?<=\\p{IsHan}) (?=(?:\\$?\\\\text\\{)?\\p{IsHan})");

    private final Words words;

    private Prose(Words words) {
        this.words = words;
    }

    static Prose in(Locale locale) {
        return new Prose(Words.of("explain", locale));
    }

    /** One sentence; arguments that are {@link Form}s are formulas, others are text. */
    Form say(String key, Object... arguments) {
        List<Object> plain = new ArrayList<>();
        List<Object> marks = new ArrayList<>();
        for (int i = 0; i < arguments.length; i++) {
            boolean number = arguments[i] instanceof Number;
            plain.add(arguments[i] instanceof Form form ? form.plain() : arguments[i]);
            marks.add(number ? arguments[i] : String.valueOf((char) (0xE000 + i)));
        }
        String latex = LatexNotation.escaped(words.say(key, marks.toArray()));
        for (int i = 0; i < arguments.length; i++) {
            String drawn = arguments[i] instanceof Form form
                    ? "$" + form.latex() + "$"
                    : LatexNotation.escaped(String.valueOf(arguments[i]));
            latex = latex.replace(String.valueOf((char) (0xE000 + i)), drawn);
        }
        return new Form(closed(words.say(key, plain.toArray())), closed(latex));
    }

    /** Without the spaces that part Chinese words from formulas, where no formula follows but a word. */
    private static String closed(String said) {
        return BETWEEN.matcher(said).replaceAll("");
    }

    /** A phrase that stands in a formula's place: its LaTeX is mathematics between texts. */
    Form phrase(String key, Object... arguments) {
        Form said = say(key, arguments);
        String[] parts = said.latex().split("\\$", -1);
        StringBuilder latex = new StringBuilder();
        for (int i = 0; i < parts.length; i++) {
            boolean words = i % 2 == 0;
            latex.append(words && !parts[i].isEmpty() ? "\\text{" + parts[i] + "}" : parts[i]);
        }
        return new Form(said.plain(), latex.toString());
    }

    /** Names one after the other: a, b and c. */
    Form all(List<Form> names) {
        Form list = names.get(0);
        for (int i = 1; i < names.size(); i++) {
            list = phrase(i == names.size() - 1 ? "via.and" : "via.comma", list, names.get(i));
        }
        return list;
    }

    /** Plain text only. */
    String text(String key, Object... arguments) {
        return words.say(key, arguments);
    }

    boolean knows(String key) {
        return words.knows(key);
    }

    @Override
    public String at() {
        return words.say("placed.at");
    }

    @Override
    public String windows(boolean won) {
        return words.say(won ? "range.windows.won" : "range.windows");
    }

    @Override
    public String when() {
        return words.say("case.when");
    }

    @Override
    public String otherwise() {
        return words.say("case.otherwise");
    }

    @Override
    public String taken() {
        return " " + words.say("taken.won");
    }

    @Override
    public String range(Expression.Summed sum) {
        int rank = Shapes.of(sum.of()).map(Shape::rank).orElse(-1);
        if (sum.axes().isEmpty() || sum.axes().size() == rank) {
            return "";
        }
        String key =
                "range." + rank + "." + sum.axes().stream().map(String::valueOf).collect(Collectors.joining("."));
        return words.knows(key)
                ? words.say(key)
                : words.say("range.axes", sum.axes().size(), axes(sum, words.say("list.comma")));
    }

    /** What the sum over axes without a name of their own is, in a sentence; of one over rows, the words for them. */
    Form range(Form sign, Expression.Summed sum) {
        String range = range(sum);
        List<Integer> axes = sum.axes();
        return words.say("range.axes", axes.size(), axes(sum, words.say("list.comma")))
                        .equals(range)
                ? say("note.range.axes", sign, axes.size(), axes(sum, words.say("list.and")))
                : say("note.range", sign, range);
    }

    private static String axes(Expression.Summed sum, String between) {
        return sum.axes().stream().map(String::valueOf).collect(Collectors.joining(between));
    }
}
