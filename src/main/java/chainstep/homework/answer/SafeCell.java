package chainstep.homework.answer;

import java.util.regex.Pattern;

/** A text as a cell of a sheet that a spreadsheet will open: never a formula. */
public final class SafeCell {
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(?:[0-9]{1,30}(?:\\.[0-9]{0,30})?|\\.[0-9]{1,30})(?:[eE][+-]?[0-9]{1,3})?");
    private static final String BEGINS = "=+-@\t\r\n＝＋－＠";

    private SafeCell() {}

    /** The same text; one that a spreadsheet would compute gets a quote in front. A number, −0.5 too, stays a number. */
    public static String of(String text) {
        String start = text.stripLeading();
        boolean computes = !text.isEmpty() && BEGINS.indexOf(text.charAt(0)) >= 0
                || !start.isEmpty() && BEGINS.indexOf(start.charAt(0)) >= 0;
        return computes && !NUMBER.matcher(text).matches() ? "'" + text : text;
    }
}
