package chainstep.homework.answer;

import chainstep.math.Digits;
import java.math.BigInteger;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One number as people write it: {@code -.5}, {@code 1/3}, {@code ½}, {@code 1.2×10⁻³}, {@code 0,5}, {@code 1,321.83}. */
final class Numeral {
    private static final String MANTISSA = "(?<![0-9.,])(?<mantissa>[0-9]++(?:[.,][0-9]*+)?+|[.,][0-9]++)";

    /** A power of ten; the sign for a product may be the letter x. */
    private static final Pattern TEN = Pattern.compile(MANTISSA
            + "\\s*[×xX*·⋅∙]\\s*10\\s*(?:(?:\\^|\\*\\*)\\s*(?:\\(\\s*(?<bracketed>[+-]?[0-9]{1,4})\\s*\\)|\\{\\s*(?<braced>[+-]?[0-9]{1,4})\\s*}|(?<bare>[+-]?[0-9]{1,4}))"
            + "|(?<raised>[⁺⁻]?[⁰¹²³⁴-⁹]{1,4}))");

    private static final Pattern TEN_ALONE =
            Pattern.compile("(?<![0-9.,×xX*·⋅∙ ])10\\s*(?:\\^|\\*\\*)\\s*(?=[+-]?[0-9])");
    private static final Pattern DOTTED_GROUPS = Pattern.compile("[+-]?[0-9]{1,3}(?:\\.[0-9]{3})+,[0-9]+");
    private static final Pattern COMMA_GROUPS =
            Pattern.compile("[+-]?[1-9][0-9]{0,2}(?:(?:,[0-9]{3})+\\.[0-9]*|(?:,[0-9]{3}){2,})");
    private static final Pattern THOUSAND = Pattern.compile("[+-]?[1-9][0-9]{0,2},[0-9]{3}");
    private static final Pattern VULGAR = Pattern.compile("[¼-¾⅐-⅞]$");
    private static final Pattern MIXED =
            Pattern.compile("(?<sign>[+-]?)(?<whole>[0-9]{1,15})\\s+(?<above>[0-9]{1,4})/(?<below>[0-9]{1,4})");
    private static final Pattern QUOTIENT = Pattern.compile("([+-]?)\\(([^()/]+)\\)/\\(([^()/]+)\\)");

    private Numeral() {}

    /** The same text with powers of ten as exponents and signs beside their numbers, so that blanks can separate numbers. */
    static String joined(String text) {
        String powers = TEN.matcher(text).replaceAll(Numeral::exponential);
        return TEN_ALONE
                .matcher(powers)
                .replaceAll("1e")
                .replaceAll("\\s*/\\s*", "/")
                .replaceAll("(?<=^|[\\s,;\\[])([+-])\\s+(?=[0-9.])", "$1")
                .replaceAll("(?<=[0-9])(?:…|\\.{3})", "");
    }

    private static String exponential(MatchResult found) {
        Matcher power = TEN.matcher(found.group());
        return power.matches() ? power.group("mantissa") + "e" + exponent(power) : found.group();
    }

    private static String exponent(Matcher power) {
        for (String group : new String[] {"bracketed", "braced", "bare"}) {
            if (power.group(group) != null) {
                return power.group(group);
            }
        }
        return Normalizer.normalize(power.group("raised"), Normalizer.Form.NFKC).replace('−', '-');
    }

    /** Whether a comma in it may be for thousands as well as for decimals: {@code 1,234}. */
    static boolean isUnclear(String cell) {
        return THOUSAND.matcher(cell).matches();
    }

    /** A whole number with a fraction behind it as one fraction: 25/4 for {@code 6¼} and {@code 6 1/4}; anything else as it is. */
    static String mixed(String text) {
        Matcher sign = VULGAR.matcher(text);
        String spelt = sign.replaceFirst(found ->
                " " + Normalizer.normalize(found.group(), Normalizer.Form.NFKC).replace('\u2044', '/'));
        Matcher mixed = MIXED.matcher(spelt.strip());
        if (!mixed.matches()) {
            return spelt.strip().replaceFirst("^([+-]) ", "$1");
        }
        BigInteger below = new BigInteger(mixed.group("below"));
        BigInteger above =
                new BigInteger(mixed.group("whole")).multiply(below).add(new BigInteger(mixed.group("above")));
        return mixed.group("sign") + above + "/" + below;
    }

    /** The number, a comma being for decimals or thousands; empty for none. */
    static Optional<Digits> read(String cell) {
        String plain = cell;
        if (DOTTED_GROUPS.matcher(cell).matches()) {
            plain = cell.replace(".", "").replace(',', '.');
        } else if (COMMA_GROUPS.matcher(cell).matches()) {
            plain = cell.replace(",", "");
        } else if (cell.indexOf(',') >= 0 && cell.indexOf('.') < 0) {
            plain = cell.replace(',', '.');
        }
        Matcher quotient = QUOTIENT.matcher(plain);
        if (quotient.matches()) {
            plain = quotient.group(1) + quotient.group(2).strip() + "/"
                    + quotient.group(3).strip();
        } else {
            plain = mixed(plain);
        }
        try {
            return Optional.of(Digits.parse(plain));
        } catch (NumberFormatException | ArithmeticException none) {
            return Optional.empty();
        }
    }
}
