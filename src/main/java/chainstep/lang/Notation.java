package chainstep.lang;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The one spelling of what people write in several: full-width digits, superscripts, letters of mathematics, module prefixes. */
final class Notation {
    /** What may stand before a dot and a function, and is dropped. */
    private static final Set<String> ROOTS = Set.of("np", "numpy", "torch", "nn", "F", "math");

    private static final Set<String> INNER = Set.of("nn", "functional", "linalg");
    private static final Map<String, String> FUNCTIONS = Map.of("σ", "sigmoid");
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final int LONGEST = 1000;

    private Notation() {}

    static boolean isModule(String name) {
        return ROOTS.contains(name);
    }

    static boolean isInnerModule(String name) {
        return INNER.contains(name);
    }

    /** The function that is meant by a name or sign before a bracket. */
    static String function(String name) {
        return FUNCTIONS.getOrDefault(name, name);
    }

    /**
     * A name in its one form: composed, full-width and mathematical letters as plain ones (Python's NFKC), but subscripts kept, for
     * h₁ is not h1.
     */
    static String name(String written) {
        if (isAscii(written)) {
            return written;
        }
        StringBuilder name = new StringBuilder();
        Normalizer.normalize(written, Normalizer.Form.NFC).codePoints().forEach(point -> {
            boolean letter = Character.isUpperCase(point) || Character.isLowerCase(point) || point == '＿';
            if (letter && Character.getType(point) != Character.MODIFIER_LETTER) {
                name.append(Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKC));
            } else if (Character.isDigit(point)) {
                name.append(Character.digit(point, 10));
            } else {
                name.appendCodePoint(point);
            }
        });
        return Primes.single(name.toString());
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /** A decimal in ASCII, without the underscores; empty if it is beyond what a float64 holds or longer than 1000 signs. */
    static Optional<String> number(String written) {
        if (written.length() > LONGEST) {
            return Optional.empty();
        }
        StringBuilder number = new StringBuilder();
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            switch (c) {
                case '_' -> {}
                case '．' -> number.append('.');
                case '−', '－' -> number.append('-');
                case '＋' -> number.append('+');
                default -> number.append(Character.isDigit(c) ? (char) ('0' + Character.digit(c, 10)) : c);
            }
        }
        return held(number.toString());
    }

    private static Optional<String> held(String number) {
        double value = Double.parseDouble(number);
        if (value != 0) {
            return Double.isFinite(value) ? Optional.of(number) : Optional.empty();
        }
        String mantissa = number.split("[eE]", 2)[0];
        return new BigDecimal(mantissa).signum() == 0 ? Optional.of(mantissa) : Optional.empty();
    }

    /** The decimal that superscripts write: ² is 2, ⁻¹ is -1. */
    static String superscript(String written) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < written.length(); i++) {
            int digit = SUPERSCRIPTS.indexOf(written.charAt(i));
            digits.append(digit < 0 ? "-" : String.valueOf(digit));
        }
        return digits.toString();
    }

    /** Numerator and denominator of a fraction in one sign: ½ is 1 and 2. */
    static String[] fraction(String sign) {
        return Normalizer.normalize(sign, Normalizer.Form.NFKC).split("\u2044");
    }

    /** What stands between the quotes; a backslash escapes only a quote or a backslash. */
    static String text(String quoted) {
        String inner = quoted.substring(1, quoted.length() - 1);
        char quote = quoted.charAt(0);
        if (inner.indexOf('\\') < 0 || quote != '"' && quote != '\'') {
            return inner;
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < inner.length(); i++) {
            char next = i + 1 < inner.length() ? inner.charAt(i + 1) : 0;
            boolean escape = inner.charAt(i) == '\\' && (next == '\\' || next == quote);
            text.append(escape ? next : inner.charAt(i));
            i += escape ? 1 : 0;
        }
        return text.toString();
    }
}
