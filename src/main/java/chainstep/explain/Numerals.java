package chainstep.explain;

import chainstep.math.Format;
import chainstep.math.Rational;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;

/** Numbers as a page prints them: aligned to one number of decimals, short where a person wrote them short. */
final class Numerals {
    /** How many decimals or significant digits numbers have unless another number of them is asked for. */
    static final int USUAL = 6;

    private static final int SHORT = 4;
    private static final int LONG_FRACTION = 12;
    /** How many units in the last place a short number may be off: 0.3925 made by a sum is 0.3925. */
    private static final int ROUNDINGS = 4;

    private Numerals() {}

    /** Numbers that stand together, with true minus signs. */
    static List<String> column(double[] values, boolean brief) {
        return column(values, brief, USUAL);
    }

    /** With another number of digits than 6. */
    static List<String> column(double[] values, boolean brief, int digits) {
        int decimals = brief ? decimals(values) : -1;
        List<String> plain = decimals < 0
                ? Format.column(values, digits)
                : Arrays.stream(values)
                        .mapToObj(v -> Format.fixed(v + 0.0, decimals))
                        .toList();
        return plain.stream().map(Format::typographic).toList();
    }

    /** One number that stands alone in a product: as short as it is, else to so many digits. */
    static String factor(double value, int digits) {
        for (int decimals = 0; Double.isFinite(value) && decimals <= SHORT; decimals++) {
            String text = Format.fixed(value + 0.0, decimals);
            boolean near = Math.abs(Double.parseDouble(text) - value) <= ROUNDINGS * Math.ulp(value);
            if (Math.abs(value) < 1e6 && near) {
                return Format.typographic(text);
            }
        }
        return alone(value, digits);
    }

    /** One number among the factors of a ledger: as short as it is, fractions with at least two decimals. */
    static String local(double value, int digits) {
        String text = factor(value, digits);
        return text.matches(".*\\.\\d") ? text + "0" : text;
    }

    /** One number to so many significant digits or decimals. */
    static String alone(double value, int digits) {
        return Format.typographic(Format.column(new double[] {value}, digits).get(0));
    }

    static String significant(double value, int digits) {
        return Format.typographic(Format.significant(value, digits));
    }

    /** Six significant digits; the distance to ±1 where they would say just that, and very small numbers by their size. */
    static String close(double value) {
        double gap = 1 - Math.abs(value);
        boolean near = gap != 0 && Math.abs(gap) < 5e-7;
        if (near) {
            String sign = value < 0 ? "−1 + " : "1 − ";
            return sign + Format.significant(gap, 2);
        }
        return significant(value, Math.abs(value) < Remarks.ALMOST ? 2 : 6);
    }

    /** How many decimals write all of these exactly; −1 where too many. Whole numbers need none, fractions at least two. */
    private static int decimals(double[] values) {
        for (int decimals = 0; decimals <= SHORT; decimals++) {
            int tried = decimals;
            if (Arrays.stream(values).allMatch(v -> isWritten(v, tried))) {
                return decimals == 1 && values.length > 1 ? 2 : decimals;
            }
        }
        return -1;
    }

    private static boolean isWritten(double value, int decimals) {
        return Math.abs(value) < 1e6 && Double.parseDouble(Format.fixed(value, decimals)) == value;
    }

    /** A number of a rule: a decimal where it is a short one, else a fraction. */
    static String exact(Rational value) {
        double nearest = value.doubleValue();
        if (!Double.isFinite(nearest) || nearest == 0 && value.signum() != 0) {
            return beyond(value);
        }
        String decimal = value.toDecimal(LONG_FRACTION);
        boolean exact = Rational.parse(decimal).equals(value);
        if (exact) {
            return Format.typographic(Format.significant(value.doubleValue(), LONG_FRACTION));
        }
        String digits = value.denominator().toString();
        return digits.length() > 4
                ? significant(value.doubleValue(), 6)
                : Format.typographic(value.numerator().toString()) + "/" + digits;
    }

    /** A number of a rule that is too large or too small for a float64. */
    private static String beyond(Rational value) {
        BigDecimal above = new BigDecimal(value.numerator());
        BigDecimal quotient = above.divide(new BigDecimal(value.denominator()), new MathContext(6));
        int exponent = quotient.precision() - quotient.scale() - 1;
        String mantissa =
                quotient.scaleByPowerOfTen(-exponent).stripTrailingZeros().toPlainString();
        return Format.typographic(mantissa + "e" + exponent);
    }

    /** A number, written twice. */
    static Form form(String plain) {
        return new Form(plain, tex(plain));
    }

    /** The same number for LaTeX: minus as a hyphen, exponents and fractions set. */
    static String tex(String plain) {
        String ascii =
                plain.replace('\u2212', '-').replace("NaN", "\\mathrm{NaN}").replace("\u221e", "\\infty");
        int slash = ascii.indexOf('/');
        if (slash > 0) {
            boolean negative = ascii.startsWith("-");
            return (negative ? "-" : "") + "\\tfrac{" + ascii.substring(negative ? 1 : 0, slash) + "}{"
                    + ascii.substring(slash + 1) + "}";
        }
        int e = ascii.indexOf('e');
        if (e < 0) {
            return ascii;
        }
        String mantissa = ascii.substring(0, e);
        String power = "10^{" + ascii.substring(e + 1) + "}";
        return mantissa.equals("1") ? power : mantissa.equals("-1") ? "-" + power : mantissa + " \\times " + power;
    }
}
