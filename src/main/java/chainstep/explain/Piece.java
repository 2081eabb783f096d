package chainstep.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a sentence: words, or a formula among them.
 *
 * @param text plain words, or the formula's LaTeX
 */
public record Piece(String text, boolean isFormula) {
    private static final Pattern NESTING = Pattern.compile("\\\\(begin|end)(?=\\{)|\\\\[^a-zA-Z]|[{}()\\[\\]=+]");
    private static final Set<String> OPENING = Set.of("{", "(", "[", "\\begin");
    private static final Set<String> CLOSING = Set.of("}", ")", "]", "\\end");
    private static final Set<String> SIGNS = Set.of("=", "+");
    /** The pieces of a sentence that this room has said, in order. */
    public static List<Piece> of(Form sentence) {
        List<Piece> pieces = new ArrayList<>();
        String[] parts = sentence.latex().split("(?<!\\\\)\\$", -1);
        for (int i = 0; i < parts.length; i++) {
            boolean formula = i % 2 == 1;
            if (!parts[i].isEmpty()) {
                pieces.add(new Piece(formula ? parts[i] : LatexNotation.unescaped(parts[i]), formula));
            }
        }
        return pieces;
    }

    /**
     * A formula cut before its outermost signs: what a narrow page can set below each other. Each but the first begins with its sign.
     */
    public List<String> cuts() {
        List<String> cuts = new ArrayList<>();
        int depth = 0;
        int begun = 0;
        Matcher signs = NESTING.matcher(text);
        while (signs.find()) {
            String sign = signs.group();
            depth += OPENING.contains(sign) ? 1 : CLOSING.contains(sign) ? -1 : 0;
            if (depth == 0
                    && SIGNS.contains(sign)
                    && !text.substring(begun, signs.start()).isBlank()) {
                cuts.add(text.substring(begun, signs.start()));
                begun = signs.start();
            }
        }
        cuts.add(text.substring(begun));
        // a sign at the very front would be set as a number's own
        return cuts.stream().map(cut -> cut.startsWith("+") ? "{}" + cut : cut).toList();
    }
}
