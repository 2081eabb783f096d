package chainstep.homework.variant;

import java.util.Locale;
import java.util.Optional;

/**
 * The id on a sheet: five signs and a sixth that checks them, in Crockford's base 32 (no I, L, O, U).
 *
 * <p>A sign mistyped, or two that are exchanged, never give another id: the signs, weighed by the powers of a generator of the field
 * of 32 elements, add up to nothing. The first is a letter and no id looks like a date, so that no spreadsheet makes a number of it.
 */
public final class SheetId {
    private static final String SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int SIZE = 6;
    private static final int LETTERS = 22;
    /** x⁵ + x² + 1, by which the field of 32 elements is reduced. */
    private static final int MODULUS = 0b100101;

    private SheetId() {}

    /** An id of these bits; empty where it might be taken for something else. */
    static Optional<String> of(long bits) {
        StringBuilder id = new StringBuilder();
        id.append(SIGNS.charAt(SIGNS.length() - LETTERS + (int) Long.remainderUnsigned(bits, LETTERS)));
        long rest = Long.divideUnsigned(bits, LETTERS);
        for (int k = 1; k < SIZE - 1; k++) {
            id.append(SIGNS.charAt((int) (rest & 31)));
            rest >>>= 5;
        }
        id.append(SIGNS.charAt(check(id)));
        boolean dated = id.toString().matches("(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC).*");
        return dated ? Optional.empty() : Optional.of(id.toString());
    }

    /** The id that was written, small or with hyphens, O for 0 and I or L for 1; empty where it is none or mistyped. */
    public static Optional<String> read(String written) {
        String id = written.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        boolean whole = id.length() == SIZE && id.chars().allMatch(sign -> SIGNS.indexOf(sign) >= 0);
        return whole && check(id.substring(0, SIZE - 1)) == SIGNS.indexOf(id.charAt(SIZE - 1))
                ? Optional.of(id)
                : Optional.empty();
    }

    /** The sign that makes the weighed sum nothing: the signs before weigh x⁵, x⁴ and so on to x, it weighs 1. */
    private static int check(CharSequence signs) {
        int sum = 0;
        for (int k = 0; k < signs.length(); k++) {
            sum = timesX(sum ^ SIGNS.indexOf(signs.charAt(k)));
        }
        return sum;
    }

    private static int timesX(int element) {
        int doubled = element << 1;
        return doubled > 31 ? doubled ^ MODULUS : doubled;
    }
}
