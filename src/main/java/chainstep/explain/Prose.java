package chainstep.explain;

import chainstep.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Sentences of the bundle {@code explain}, each as plain text and as LaTeX text in which formulas stand between dollars. */
final class Prose {
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
        return new Form(words.say(key, plain.toArray()), latex);
    }

    /** Plain text only. */
    String text(String key, Object... arguments) {
        return words.say(key, arguments);
    }

    boolean knows(String key) {
        return words.knows(key);
    }

    /** The words for axes: rows and columns of a matrix, axes by number otherwise. */
    String range(int rank, List<Integer> axes) {
        return axes.stream()
                .map(axis -> rank == 2
                        ? words.say(axis == 0 ? "range.rows" : "range.columns")
                        : words.say("range.axis", axis + 1))
                .collect(Collectors.joining(words.say("list.comma")));
    }
}
