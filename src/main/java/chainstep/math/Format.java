package chainstep.math;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;

/**
 * Numbers printed for people: the same text on every machine, whatever its locale.
 *
 * <p>Rounding is to nearest from the exact binary value. A number that rounds to zero has no sign. Signs are ASCII; see {@link
 * #typographic}.
 */
public final class Format {
    /** The decimals of an ordinary number, and the significant digits of a small one. */
    private static final int USUAL = 6;
    /** The significant digits that a number among others keeps at least. */
    private static final int FEW = 3;
    /** Below this, numbers have an exponent. */
    private static final double SMALL = 1e-4;
    /** From the next power of ten on a number has an exponent: more digits would not be its own. */
    private static final int LARGEST = 7;

    private Format() {}

    /**
     * At most this many significant digits, no trailing zeros: 0.298371, 1.10591, 5e-5, 1.5e12. An exponent is used below 0.0001 and
     * from 10^digits on.
     */
    public static String significant(double value, int digits) {
        if (!Double.isFinite(value)) {
            return notFinite(value);
        }
        BigDecimal rounded = new BigDecimal(value)
                .round(new MathContext(digits, RoundingMode.HALF_EVEN))
                .stripTrailingZeros();
        if (rounded.signum() == 0) {
            return "0";
        }
        int exponent = exponent(rounded);
        if (exponent >= -4 && exponent < digits) {
            return rounded.toPlainString();
        }
        return rounded.movePointLeft(exponent).stripTrailingZeros().toPlainString() + "e" + exponent;
    }

    /** Exactly this many digits after the point: 0.377500. */
    public static String fixed(double value, int decimals) {
        if (!Double.isFinite(value)) {
            return notFinite(value);
        }
        BigDecimal rounded = new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN);
        return rounded.toPlainString();
    }

    /** One number as {@link #column} would print it alone. */
    public static String number(double value) {
        return column(value).get(0);
    }

    /**
     * Numbers that stand together, all to the same number of decimals, not padded.
     *
     * <p>Integers are plain when all are. Otherwise the largest magnitude m decides: 6 decimals for 0.01 ≤ m &lt; 100, six significant
     * digits below (0.000438568) and above (1234.57), and outside 1e-7 ≤ m &lt; 1e8 each number has its own exponent and
     * six significant digits. Exact zeros, infinities and NaN do not count. A number that would lose nearly all its digits so stands
     * on its own (6.6e-9); beside such a one, exact zeros are 0.
     */
    public static List<String> column(double... values) {
        return column(values, USUAL);
    }

    /** The same with another number of digits than 6: as many decimals of an ordinary number, as many significant digits of others. */
    public static List<String> column(double[] values, int digits) {
        double largest = Arrays.stream(values)
                .filter(Double::isFinite)
                .map(Math::abs)
                .max()
                .orElse(0);
        if (largest < 1e15 && Arrays.stream(values).allMatch(Format::isPlain)) {
            return Arrays.stream(values).mapToObj(v -> fixed(v, 0)).toList();
        }
        int exponent = exponent(new BigDecimal(largest));
        if (exponent < -7 || exponent > LARGEST) {
            return Arrays.stream(values).mapToObj(v -> significant(v, digits)).toList();
        }
        int decimals = decimals(exponent, digits);
        boolean mixed = Arrays.stream(values).anyMatch(v -> isLost(v, decimals));
        return Arrays.stream(values)
                .mapToObj(v -> mixed && v == 0 ? "0" : isLost(v, decimals) ? alone(v, digits) : fixed(v, decimals))
                .toList();
    }

    /** Whether a number written with so many decimals is neither exact nor keeps {@link #FEW} significant digits. */
    private static boolean isLost(double value, int decimals) {
        if (!Double.isFinite(value) || value == 0) {
            return false;
        }
        BigDecimal written = new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN);
        boolean few = written.signum() == 0 || exponent(written) + 1 + decimals < FEW;
        return few && Double.parseDouble(fixed(value, decimals)) != value;
    }

    /** A number too small for its column: all digits where it is plain, three where it has an exponent. */
    private static String alone(double value, int digits) {
        return significant(value, Math.abs(value) < SMALL ? Math.min(FEW, digits) : digits);
    }

    /**
     * With as many significant digits as there is room for: a decimal, but with an exponent where that has more than a decimal that
     * has fewer than three, and from 1e8 on: 0.00103, 9.79e-4, 1.2e15.
     *
     * @param room how many characters there are from the point on
     */
    public static String within(double value, int room) {
        if (!Double.isFinite(value) || value == 0) {
            return value == 0 ? "0" : notFinite(value);
        }
        int exponent = exponent(new BigDecimal(value));
        String power = "e" + exponent;
        int behind = Math.max(0, room - 1 - power.length());
        int decimals = Math.max(1, room - 1);
        if (exponent <= LARGEST && exponent + 1 + decimals >= Math.min(FEW, behind + 1)) {
            return fixed(value, decimals);
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(behind + 1, RoundingMode.HALF_EVEN));
        int leading = exponent(rounded);
        return rounded.movePointLeft(leading)
                        .setScale(behind, RoundingMode.HALF_EVEN)
                        .toPlainString() + "e" + leading;
    }

    /** The text with a true minus sign (U+2212) in front of a negative number; the exponent keeps its hyphen. */
    public static String typographic(String number) {
        return number.startsWith("-") ? "\u2212" + number.substring(1) : number;
    }

    private static int decimals(int exponent, int digits) {
        if (exponent < -2) {
            return digits - 1 - exponent;
        }
        return exponent <= 1 ? digits : Math.max(0, digits - 1 - exponent);
    }

    private static boolean isPlain(double value) {
        return value == Math.rint(value) || Double.isNaN(value);
    }

    private static String notFinite(double value) {
        return Double.isNaN(value) ? "NaN" : value > 0 ? "\u221e" : "-\u221e";
    }

    /** The power of ten of the leading digit. */
    private static int exponent(BigDecimal value) {
        return value.precision() - value.scale() - 1;
    }

    /** Whether none of the numbers that a text shows is NaN or infinite. */
    public static boolean isFinite(String shown) {
        return !shown.contains("NaN") && !shown.contains("\u221e");
    }
}
