package chainstep.ui.look;

import java.util.regex.Pattern;

/** How code stands among words on a page: messages mark it with backticks, as a terminal shows them. */
public final class Quotes {
    private static final Pattern CODE = Pattern.compile("`([^`]*)`");

    private Quotes() {}

    public static String typographic(String message) {
        return CODE.matcher(message).replaceAll("“$1”");
    }
}
