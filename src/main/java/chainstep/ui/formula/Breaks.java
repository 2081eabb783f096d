package chainstep.ui.formula;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a formula in LaTeX where a page breaks one: before plus and minus, then before products, between fractions and after commas, then the same
 * inside brackets. No matrix, fraction, root, power or index is cut; brackets that grow are closed and opened unseen.
 *
 * <p>Rank 0 is a plus or minus outside all brackets, 1 a product there, 2 and 3 the same inside one pair, and so on.
 */
final class Breaks {
    /** The highest rank that is worth a break. */
    static final int RANKS = 6;

    private static final Pattern TOKEN = Pattern.compile(
            "\\\\textcolor\\{[^{}]*\\}\\{|\\\\(?:left|right)(?![a-zA-Z])\\s*(?:\\\\[a-zA-Z]+|\\\\.|.)|\\\\[a-zA-Z]+|\\\\.|\\s+|.");
    private static final Set<String> SUMS = Set.of("+", "-");
    private static final Set<String> PRODUCTS = Set.of("\\cdot", "\\odot", "\\star");
    /** What a number's own sign may stand behind. */
    private static final Set<String> BEFORE_SIGN = Set.of(
            "",
            "+",
            "-",
            "=",
            "(",
            "[",
            ",",
            "<",
            ">",
            "\\{",
            "\\cdot",
            "\\odot",
            "\\star",
            "\\times",
            "\\le",
            "\\ge",
            "\\ne",
            "\\leftarrow",
            "^",
            "_");

    private static final String SPACE = "\\:";
    private static final Set<String> SPACES = Set.of(SPACE, "\\;", "\\,", "\\quad", "\\ ");

    private static final String FRACTION = "\\frac";

    private final String latex;
    private final int rank;
    private final List<String> pieces = new ArrayList<>();
    private final StringBuilder piece = new StringBuilder();
    private final Deque<Open> open = new ArrayDeque<>();
    private int closed;
    private boolean any;
    private String last = "";
    private String command = "";

    /**
     * Brackets or a colour that a piece stands in.
     *
     * @param shut what must end a piece that is cut there
     * @param again what must begin the next
     */
    private record Open(String shut, String again, boolean isBracket) {
        static final Open GROWING = new Open("\\right.", "\\left.", true);
        static final Open FIXED = new Open("", "", true);

        static Open colour(String token) {
            return new Open("}", token, false);
        }
    }

    private Breaks(String latex, int rank) {
        this.latex = latex;
        this.rank = rank;
    }

    /** The pieces of a formula, cut at the places of a rank; each but the first begins with its sign. */
    static List<String> of(String latex, int rank) {
        return new Breaks(latex, rank).pieces();
    }

    private List<String> pieces() {
        Matcher tokens = TOKEN.matcher(latex);
        while (tokens.find()) {
            String token = tokens.group();
            boolean cuts = closed == 0 && any && rank(token) == rank;
            if (cuts) {
                cut();
            }
            piece.append(token);
            // a sign at the very front is set as a number's own
            piece.append(cuts && isSign(token) ? SPACE : "");
            if (!token.isBlank() && (closed > 0 || !SPACES.contains(token))) {
                read(token);
            }
        }
        pieces.add(piece.toString());
        return pieces;
    }

    /** The rank of a break before a token; −1 where there must be none. */
    private int rank(String token) {
        int inside = 2 * (int) open.stream().filter(Open::isBracket).count();
        if (SUMS.contains(token)) {
            return BEFORE_SIGN.contains(last) ? -1 : inside;
        }
        boolean behindComma = last.equals(",") && !token.isBlank() && !SPACES.contains(token);
        boolean behindFraction = token.equals(FRACTION) && command.equals(FRACTION);
        return PRODUCTS.contains(token) || behindComma || behindFraction ? inside + 1 : -1;
    }

    private static boolean isSign(String token) {
        return SUMS.contains(token) || PRODUCTS.contains(token);
    }

    private void cut() {
        open.forEach(one -> piece.append(one.shut()));
        pieces.add(piece.toString());
        piece.setLength(0);
        open.descendingIterator().forEachRemaining(one -> piece.append(one.again()));
        any = false;
    }

    private void read(String token) {
        boolean grows = token.startsWith("\\left") && !token.equals("\\leftarrow");
        boolean colours = token.startsWith("\\textcolor");
        if (closed == 0) {
            command = token.equals("{") || token.equals("}") ? command : token;
            nest(token, grows, colours);
        } else {
            closed += token.equals("{") || token.equals("\\begin") || colours ? 1 : 0;
            closed -= token.equals("}") || token.equals("\\end") ? 1 : 0;
        }
        boolean frame = token.equals("{") || token.equals("}") || grows || colours;
        any |= !frame && !BEFORE_SIGN.contains(token);
        last = grows || colours ? "(" : token;
    }

    /** Goes into brackets that may be torn, or a group that may not, or out of one. */
    private void nest(String token, boolean grows, boolean colours) {
        if (colours) {
            open.push(Open.colour(token));
        } else if (grows) {
            open.push(Open.GROWING);
        } else if (token.equals("(") || token.equals("[") || token.equals("\\{")) {
            open.push(Open.FIXED);
        } else if (token.equals("{") || token.equals("\\begin")) {
            closed++;
        } else if (isEnd(token) && !open.isEmpty()) {
            open.pop();
        }
    }

    private static boolean isEnd(String token) {
        return token.equals("}")
                || token.equals(")")
                || token.equals("]")
                || token.equals("\\}")
                || token.startsWith("\\right") && !token.equals("\\rightarrow");
    }
}
