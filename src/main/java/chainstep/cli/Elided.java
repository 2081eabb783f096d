package chainstep.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts without their middle, where they are too long to stand in a column: how a number begins and how it ends is seen. */
final class Elided {
    private static final Pattern WORD = Pattern.compile("\\S+");

    private Elided() {}

    /** A text of at most so many signs. */
    static String of(String text, int longest) {
        int signs = text.codePointCount(0, text.length());
        if (signs <= longest) {
            return text;
        }
        int end = longest / 3;
        int begin = longest - 1 - end;
        return text.substring(0, text.offsetByCodePoints(0, begin))
                + "…"
                + text.substring(text.offsetByCodePoints(text.length(), -end));
    }

    /** A sentence of which each word has at most so many signs. */
    static String words(String text, int longest) {
        return WORD.matcher(text).replaceAll(word -> Matcher.quoteReplacement(of(word.group(), longest)));
    }
}
