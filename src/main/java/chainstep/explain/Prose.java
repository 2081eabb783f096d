package chainstep.explain;

import chainstep.graph.Expression;
import chainstep.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Sentences of the bundle {@code explain}, each as plain text and as LaTeX text in which formulas stand between dollars. */
final class Prose implements Wording {
    /** What stands in a sentence for its first argument, before that is put there. */
    private static final char FIRST = 0xE000;

    private static final Pattern STARTS = Pattern.compile("^(?:\\$?\\\\text\\{)?\\p{IsHan}");
    private static final Pattern ENDS = Pattern.compile("\\p{IsHan}(?:\\}\\$?)?$");

    private final Words words;

    private Prose(Words words) {
        this.words = words;
    }

    static Prose in(Locale locale) {
        return new Prose(Words.of("explain", locale));
    }

    /** One sentence; arguments that are {@link Form}s are formulas, others are text. */
    Form say(String key, Object... arguments) {
        List<Object> marks = new ArrayList<>();
        for (int i = 0; i < arguments.length; i++) {
            marks.add(arguments[i] instanceof Number ? arguments[i] : String.valueOf((char) (FIRST + i)));
        }
        String plain = words.say(key, marks.toArray());
        String latex = LatexNotation.escaped(plain);
        for (int i = 0; i < arguments.length; i++) {
            Object said = arguments[i];
            plain = put(plain, i, said instanceof Form form ? form.plain() : String.valueOf(said));
            latex = put(
                    latex,
                    i,
                    said instanceof Form form ? "$" + form.latex() + "$" : LatexNotation.escaped(String.valueOf(said)));
        }
        return new Form(plain, latex);
    }

    /** Puts an argument into a sentence, without the spaces that part Chinese words from formulas where it is a Chinese word there. */
    private static String put(String sentence, int number, String argument) {
        String mark = String.valueOf((char) (FIRST + number));
        String said = sentence;
        if (STARTS.matcher(argument).find()) {
            said = said.replaceAll("(?<=\\p{IsHan}) (?=" + mark + ")", "");
        }
        if (ENDS.matcher(argument).find()) {
            said = said.replaceAll("(?<=" + mark + ") (?=\\p{IsHan})", "");
        }
        return said.replace(mark, argument);
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

    /** The first few of a list, with dots where it goes on. */
    Form several(List<Form> all, int most) {
        List<Form> shown = new ArrayList<>(all.subList(0, Math.min(all.size(), most)));
        if (all.size() > most) {
            shown.add(new Form("…", "\\dots"));
        }
        String comma = words.say("list.comma");
        String latex = comma.equals(", ") ? comma : "\\text{" + comma + "}";
        return new Form(
                shown.stream().map(Form::plain).collect(Collectors.joining(comma)),
                shown.stream().map(Form::latex).collect(Collectors.joining(latex)));
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
        int rank = Shapes.rank(sum.of());
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
