package chainstep.homework.paper;

import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.Locale;
import java.util.regex.Pattern;

/** Writes XHTML: here, and nowhere else, every text and every attribute is escaped, and every element is closed. */
final class Markup {
    private static final int REPLACEMENT = 0xFFFD;
    private static final int LONGEST_PIECE = 20;

    /** After a bracket, a comma or a sign of multiplication; the sign of a number or of its power is none of them. */
    private static final Pattern END = Pattern.compile("(?<=[,;*/])|(?<=[)\\]])(?=[-+−])");

    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /** Opens an element; {@code attributes} are names and values in turn. */
    Markup open(String tag, String... attributes) {
        begin(tag, attributes).append('>');
        open.push(tag);
        return this;
    }

    /** Closes the element that was opened last. */
    Markup close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    /** An element that holds but a text. */
    Markup element(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close();
    }

    /** An element of a class that holds but a text. */
    Markup styled(String tag, String style, String text) {
        return element(tag, text, "class", style);
    }

    /**
     * A text with spaces in which no number is broken: what stands between two spaces stays on one line, and where it is longer than
     * {@link #LONGEST_PIECE}, what stands between two of the signs that a line may end at.
     */
    Markup pieces(String text) {
        String space = "";
        for (String word : text.strip().split("\\s+")) {
            text(space);
            for (String piece : word.length() <= LONGEST_PIECE ? new String[] {word} : END.split(word)) {
                styled("span", piece.length() <= LONGEST_PIECE ? "piece" : "long", piece);
            }
            space = " ";
        }
        return this;
    }

    Markup text(String text) {
        escape(text);
        return this;
    }

    /** A style sheet: the product's own, in which nothing is escaped. */
    Markup style(String sheet) {
        out.append("<style>").append(sheet).append("</style>");
        return this;
    }

    /** A picture within the page itself. */
    Markup picture(Pictures.Printed picture, String otherwise) {
        begin(
                        "img",
                        "src",
                        "data:image/png;base64," + Base64.getEncoder().encodeToString(picture.png()),
                        "alt",
                        otherwise,
                        "style",
                        String.format(Locale.ROOT, "width:%.2fpt;height:%.2fpt", picture.width(), picture.height()))
                .append("/>");
        return this;
    }

    /** What was written. */
    String page() {
        if (!open.isEmpty()) {
            throw new IllegalStateException(open + " left open");
        }
        return out.toString();
    }

    private StringBuilder begin(String tag, String... attributes) {
        out.append('<').append(tag);
        for (int k = 0; k < attributes.length; k += 2) {
            out.append(' ').append(attributes[k]).append("=\"");
            escape(attributes[k + 1]);
            out.append('"');
        }
        return out;
    }

    private void escape(String text) {
        text.codePoints().forEach(sign -> {
            switch (sign) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                default -> out.appendCodePoint(isAllowed(sign) ? sign : REPLACEMENT);
            }
        });
    }

    /** XML knows no control characters and no halves of pairs; signs that turn the direction of writing would disguise a text. */
    private static boolean isAllowed(int sign) {
        boolean control = sign < ' ' && sign != '\n' && sign != '\t' || sign >= 0x7F && sign < 0xA0;
        boolean half = sign >= Character.MIN_SURROGATE && sign <= Character.MAX_SURROGATE;
        boolean none = (sign & 0xFFFE) == 0xFFFE;
        boolean turning = sign >= 0x202A && sign <= 0x202E || sign >= 0x2066 && sign <= 0x2069;
        return !(control || half || none || turning);
    }
}
