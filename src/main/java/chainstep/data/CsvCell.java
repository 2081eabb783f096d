package chainstep.data;

import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;

/** What the text of one cell is: missing, a number, or a text. */
final class CsvCell {
    private static final Set<String> MISSING = Set.of("", "NA", "N/A", "NaN", "nan", "null", "NULL", "?");

    private static final Pattern NEARLY = Pattern.compile("[-+−－＋]?\\p{Nd}+([.,．，]\\p{Nd}+)?[%％]?");

    private CsvCell() {}

    /** Whether a cell says that it holds nothing. */
    static boolean isMissing(String text) {
        return MISSING.contains(text);
    }

    /**
     * A decimal number with an optional exponent, as in {@code -1.5e3}; nothing else that Java would parse (hexadecimal, "1d").
     * Beyond the range of double it is infinite.
     */
    static OptionalDouble number(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!(c >= '0' && c <= '9' || c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E')) {
                return OptionalDouble.empty();
            }
        }
        try {
            return OptionalDouble.of(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    static boolean isNumber(String text) {
        return number(text).isPresent();
    }

    /** Whether a person means a number: one with a decimal comma, a percent sign or full-width digits. */
    static boolean isNearlyNumber(String text) {
        return NEARLY.matcher(text).matches();
    }

    /** A text cut to what fits in a message. */
    static String shown(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() <= 60 ? line : line.substring(0, 59) + "…";
    }
}
