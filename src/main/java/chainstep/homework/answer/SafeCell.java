package chainstep.homework.answer;

import java.util.regex.Pattern;

/** A text as a cell of a sheet that a spreadsheet will open: never a formula. */
public final class SafeCell {
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(?:[0-9]{1,30}(?:\\.[0-9]{0,30})?|\\.[0-9]{1,30})(?:[eE][+-]?[0-9]{1,3})?");
    private static final String BEGINS = "=+-@\t\r\n＝＋－＠";

    private SafeCell() {}

    /** A text that is never a number to be computed with, as a name is: +1 gets a quote in front too, and no cell breaks in it. */
    public static String words(String text) {
        String line = text.replaceAll("[\\t\\r\\n]+", " ");
        return computes(line) ? "'" + line : line;
    }

    /** The same text; one that a spreadsheet would compute gets a quote in front. A number, −0.5 too, stays a number. */
    public static String of(String text) {
        return computes(text) && !NUMBER.matcher(text).matches() ? "'" + text : text;
    }

    private static boolean computes(String text) {
        String start = text.stripLeading();
        return !text.isEmpty() && BEGINS.indexOf(text.charAt(0)) >= 0
                || !start.isEmpty() && BEGINS.indexOf(start.charAt(0)) >= 0;
    }
}
