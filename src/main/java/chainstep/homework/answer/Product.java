package chainstep.homework.answer;

import chainstep.lang.Lexicon;
import java.util.regex.Pattern;

/**
 * Where a text multiplies without a sign: {@code o(1-o)}, {@code (o-t)o}, {@code (a)(b)}, {@code 2(o-t)}; and, where one number is
 * asked, with a blank only: {@code 0.5 h1 w5}. An x between two values may be the sign itself, 1.2 e-3 one number: they are no factors.
 *
 * <p>Brackets behind a value are a factor only where they hold a sum: {@code h(t)} and {@code h(1)} may well be an index. Mutable while
 * it follows the text.
 */
final class Product {
    private static final Pattern WORD = Pattern.compile("(?:and|or|not|T)(?![\\p{L}\\p{Nd}_]).*", Pattern.DOTALL);
    private static final Pattern SUM = Pattern.compile("[^-+]*[^-+(*/^eE\\s]\\s*[-+].*", Pattern.DOTALL);

    /** What the text so far ends with. */
    private enum End {
        NOTHING,
        VALUE,
        NUMBER,
        /** A closing one, or what stands so clearly for itself: ½, ². */
        BRACKET
    }

    private static final Pattern AMBIGUOUS = Pattern.compile("[xXeE](?![\\p{L}\\p{Nd}_\\[]).*", Pattern.DOTALL);

    private final String text;
    private final boolean spaced;
    private End end = End.NOTHING;
    private int listed;

    /** @param spaced whether a blank multiplies values too, rather than setting one apart from the next */
    Product(String text, boolean spaced) {
        this.text = text;
        this.spaced = spaced;
    }

    /** Whether brackets behind a name are a factor, rather than what a function or an index takes. */
    static boolean isFactor(String text, String name, int behind) {
        int open = text.indexOf('(', behind);
        return Lexicon.kind(name) == Lexicon.Kind.NONE
                && open >= 0
                && text.substring(behind, open).isBlank()
                && SUM.matcher(inner(text, open)).matches();
    }

    /** What stands between a bracket and the one that closes it; nothing where none does. */
    private static String inner(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
            if (depth == 0) {
                return text.substring(open + 1, i);
            }
        }
        return "";
    }

    /** Whether a factor begins here, with no sign before it. */
    boolean begins(int at, boolean named) {
        boolean bracket = text.charAt(at) == '(';
        boolean name = named
                && !bracket
                && !WORD.matcher(text).region(at, text.length()).matches();
        return switch (end) {
            case NOTHING -> false;
            case VALUE -> bracket && SUM.matcher(inner(text, at)).matches() || name && isSpaced(at);
            case NUMBER -> bracket || name && isSpaced(at);
            case BRACKET -> bracket || name;
        };
    }

    private boolean isSpaced(int at) {
        return spaced
                && listed == 0
                && text.charAt(at - 1) == ' '
                && !AMBIGUOUS.matcher(text).region(at, text.length()).matches();
    }

    /** Takes down a part of the text, a name or a sign. */
    void ended(int from, int to, boolean named) {
        char sign = text.charAt(from);
        listed += sign == '[' && !named ? 1 : sign == ']' ? -1 : 0;
        if (named) {
            String name = text.substring(from, to);
            boolean word = WORD.matcher(name).matches() || Lexicon.kind(name) != Lexicon.Kind.NONE;
            end = word ? End.NOTHING : End.VALUE;
        } else if (sign == ')') {
            end = End.BRACKET;
        } else if (sign == ']') {
            end = End.VALUE;
        } else if (Character.getType(sign) == Character.OTHER_NUMBER) {
            end = End.BRACKET;
        } else if (Character.isDigit(sign)) {
            boolean within = from > 0 && end == End.NOTHING && Character.isLetter(text.charAt(from - 1));
            end = within ? End.NOTHING : End.NUMBER;
        } else if (!Character.isWhitespace(sign)) {
            end = End.NOTHING;
        }
    }
}
