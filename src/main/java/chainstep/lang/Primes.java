package chainstep.lang;

import chainstep.graph.Program;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * The versions of a name that is given again, told apart by primes: x, x′, x″.
 *
 * <p>Quantities know them, typed with any sign for primes ({@code x″}, {@code x''}); a file knows only the latest version, as Python
 * does. Without primes a name means its latest version, so {@code first(x)} is what there was before it was given again.
 */
public final class Primes {
    private static final char PRIME = '′';
    private static final String PRIMES = "′″‴⁗";
    private static final String QUOTES = "\"'“‘＂";
    private static final String CLOSING = "\"'”’＂";

    private static final Pattern FIRST = Pattern.compile("\\bfirst\\s*\\(\\s*$");

    private Primes() {}

    /** The same text with the quotes that stand for primes, right behind a name, made primes; quoted text is left alone. */
    static String typed(String text) {
        StringBuilder typed = new StringBuilder(text);
        char open = 0;
        for (int i = 0; i < text.length(); i++) {
            char sign = typed.charAt(i);
            if (open != 0) {
                open = sign == open ? 0 : open;
            } else if (i > 0 && (sign == '\'' || sign == '’') && isPart(typed.charAt(i - 1))) {
                typed.setCharAt(i, PRIME);
            } else if (QUOTES.indexOf(sign) >= 0) {
                open = CLOSING.charAt(QUOTES.indexOf(sign));
            }
        }
        return typed.toString();
    }

    /** Whether a name may go on with a prime behind it. */
    private static boolean isPart(char sign) {
        return Character.isLetterOrDigit(sign)
                || sign == '_'
                || sign >= '₀' && sign <= '₉'
                || PRIMES.indexOf(sign) >= 0;
    }

    /** Whether a name has primes. */
    static boolean in(String name) {
        return end(name) < name.length();
    }

    /** Where the primes of a name begin. */
    static int end(String name) {
        int end = name.length();
        while (end > 0 && PRIMES.indexOf(name.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    /** The version that the primes of a name tell; empty for none. */
    static OptionalInt find(Program program, String name) {
        int end = end(name);
        List<Integer> versions = program.versions(name.substring(0, end));
        int version = name.length() - end;
        return version < versions.size() ? OptionalInt.of(versions.get(version)) : OptionalInt.empty();
    }

    /** A node as it is shown: x, or, where the name was given before, x′. */
    public static String shown(Program program, int node) {
        String name = program.node(node).name();
        return name.isEmpty()
                ? ""
                : name + String.valueOf(PRIME).repeat(program.versions(name).indexOf(node));
    }

    /** A node as a quantity names it, and no other; empty for one without a name. */
    public static String written(Program program, int node) {
        String name = program.node(node).name();
        boolean again = !name.isEmpty() && program.named(name).orElse(node) != node;
        String shown = shown(program, node);
        return again && shown.equals(name) ? "first(" + name + ")" : shown;
    }

    /** A quantity with the primes of the versions that its names mean: of {@code x + x''}, x′′′ + x′′. */
    public static String told(Program program, String quantity) {
        String text = typed(quantity);
        StringBuilder told = new StringBuilder();
        int from = 0;
        for (Lexeme piece : Lexeme.of(text)) {
            String name = text.substring(piece.from(), piece.to());
            boolean first = FIRST.matcher(text.substring(0, piece.from())).find();
            if (piece.kind() == Lexeme.Kind.NAME
                    && !first
                    && program.named(name).isPresent()) {
                told.append(text, from, piece.from())
                        .append(shown(program, program.named(name).getAsInt()));
                from = piece.to();
            }
        }
        return single(told.append(text.substring(from)).toString());
    }

    /** A text with its primes one by one: x″ is x′′. */
    static String single(String text) {
        return text.replace("″", "′′").replace("‴", "′′′").replace("⁗", "′′′′");
    }
}
