package chainstep.ui.graph;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** What computes a box, written in its head: beside the name, and on in a second line where that does not hold all of it. */
final class Heading {
    /** Between the lines. */
    static final double ROW = 11;
    /** By what two lines are higher than one, which has air around it. */
    static final double MORE = 10;

    private static final int CALL = 100;

    private static final String NARROW = " ()[]|,.:;·'′ijlftrI₀₁₂₃₄₅₆₇₈₉ₙᵀ²³¹⁻/";
    private static final String WIDE = "mwMW@Σ∑";

    private Heading() {}

    /**
     * @param first how wide the room beside the name is
     * @param second how wide that below it is
     */
    static List<String> lines(String rule, double first, double second) {
        if (width(rule) <= first) {
            return List.of(rule);
        }
        List<Integer> possible = IntStream.range(1, rule.length())
                .filter(at -> isBreak(rule, at) && width(head(rule, at)) <= first)
                .boxed()
                .toList();
        return possible.stream()
                .filter(at -> width(rest(rule, at)) <= second)
                .min(Comparator.<Integer>comparingInt(at -> depth(rule, at)).thenComparing(Comparator.reverseOrder()))
                .or(() -> possible.stream().max(Comparator.naturalOrder()))
                .map(at -> List.of(head(rule, at), rest(rule, at)))
                .orElse(List.of(rule));
    }

    /** About, and rather more. */
    static double width(String text) {
        return text.codePoints().mapToDouble(Heading::width).sum();
    }

    private static double width(int letter) {
        if (NARROW.indexOf(letter) >= 0) {
            return 3.9;
        } else if (WIDE.indexOf(letter) >= 0) {
            return 8.7;
        }
        return letter >= 0x2E80 ? 10.5 : Character.isUpperCase(letter) ? 7.1 : 6.2;
    }

    private static String head(String rule, int at) {
        return rule.substring(0, at).strip();
    }

    private static String rest(String rule, int at) {
        return rule.substring(at).strip();
    }

    /** Before a word, an operator or a bracket, not after an operator. */
    private static boolean isBreak(String rule, int at) {
        boolean word = rule.charAt(at - 1) == ' ' && (at < 2 || "+−-=·/⊙".indexOf(rule.charAt(at - 2)) < 0);
        return word || rule.charAt(at) == '·' || isCall(rule, at);
    }

    private static boolean isCall(String rule, int at) {
        return rule.charAt(at) == '(' && Character.isLetterOrDigit(rule.charAt(at - 1));
    }

    /** How much is torn apart: brackets that are open, and a function from what it is of. */
    private static int depth(String rule, int at) {
        long open = rule.chars().limit(at).filter(c -> c == '(' || c == '[').count();
        long closed = rule.chars().limit(at).filter(c -> c == ')' || c == ']').count();
        return (int) (open - closed) + (isCall(rule, at) ? CALL : 0);
    }
}
