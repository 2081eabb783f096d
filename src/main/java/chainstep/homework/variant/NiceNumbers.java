package chainstep.homework.variant;

import chainstep.data.Lcg;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The numbers that may stand for another: of its sign and size, written like it to as many decimals, and never 0, 1 or −1.
 *
 * <p>What is below one stays below it: a probability is one afterwards.
 */
final class NiceNumbers {
    private static final Pattern DECIMAL = Pattern.compile("([-−－]?)\\s*(\\d{0,6}(?:\\.\\d{0,6})?)");
    private static final Pattern FRACTION = Pattern.compile("([-−－]?)\\s*(\\d{1,3})\\s*/\\s*(\\d{1,3})");
    private static final int FEWEST = 6;
    private static final double NUDGE = 0.02;
    private static final int LARGEST_DENOMINATOR = 9;
    private static final BigDecimal LEAST = new BigDecimal("0.5");
    private static final BigDecimal MOST = new BigDecimal("1.75");

    private NiceNumbers() {}

    /** The decimals of a number as it is written; empty where it is none such as people write by hand. */
    static Optional<BigDecimal> decimal(String written) {
        Matcher decimal = DECIMAL.matcher(written.strip());
        boolean some = decimal.matches() && decimal.group(2).chars().anyMatch(Character::isDigit);
        return some
                ? Optional.of(new BigDecimal((decimal.group(1).isEmpty() ? "" : "-") + "0"
                        + decimal.group(2).replaceAll("\\.$", "")))
                : Optional.empty();
    }

    /** A number so near that nothing but an accident of digits is otherwise with it. */
    static String near(BigDecimal number, Lcg chance) {
        double factor = 1 + chance.uniform(-NUDGE, NUDGE);
        return number.multiply(BigDecimal.valueOf(factor))
                .setScale(number.scale() + 7, RoundingMode.HALF_EVEN)
                .toPlainString();
    }

    /**
     * What may stand for a number; nothing where it is to stay.
     *
     * @param decimals of the numbers beside it
     */
    static List<String> like(String written, int decimals) {
        Matcher fraction = FRACTION.matcher(written.strip());
        if (fraction.matches()) {
            return fractions(fraction);
        }
        return decimal(written)
                .filter(number -> number.signum() != 0)
                .map(number -> like(number.scale() < decimals ? number.setScale(decimals) : number))
                .orElse(List.of());
    }

    /** What may stand for a zero among numbers of so many decimals. */
    static List<String> notZero(int decimals) {
        int scale = Math.max(0, decimals);
        return IntStream.rangeClosed(scale == 0 ? 2 : 1, scale == 0 ? 4 : 5)
                .mapToObj(k -> BigDecimal.valueOf(k, Math.min(1, scale)).setScale(scale))
                .flatMap(number -> Stream.of(number, number.negate()))
                .map(BigDecimal::toPlainString)
                .toList();
    }

    private static List<String> like(BigDecimal number) {
        int scale = number.scale();
        BigDecimal step = BigDecimal.ONE.movePointLeft(scale);
        BigDecimal size = number.abs();
        long from = Math.max(1, size.multiply(LEAST).divideToIntegralValue(step).longValue());
        long to = size.multiply(MOST).divideToIntegralValue(step).longValue();
        long one = BigDecimal.ONE.movePointRight(scale).longValue();
        boolean below = size.compareTo(BigDecimal.ONE) < 0;
        long last = below
                ? Math.min(one - 1, Math.max(to, from + FEWEST))
                : Math.max(to, from + (scale == 0 ? 2 : FEWEST / 2));
        String sign = number.signum() < 0 ? "-" : "";
        return LongStream.rangeClosed(from, last)
                .filter(k -> k != one)
                .mapToObj(k -> sign + BigDecimal.valueOf(k, scale).toPlainString())
                .toList();
    }

    private static List<String> fractions(Matcher fraction) {
        int numerator = Integer.parseInt(fraction.group(2));
        int denominator = Integer.parseInt(fraction.group(3));
        if (numerator == 0 || denominator == 0) {
            return List.of();
        }
        double size = (double) numerator / denominator;
        return IntStream.rangeClosed(2, Math.max(LARGEST_DENOMINATOR, denominator))
                .boxed()
                .flatMap(under -> IntStream.rangeClosed(1, 2 * under)
                        .filter(over -> gcd(over, under) == 1
                                && over >= LEAST.doubleValue() * size * under
                                && over <= MOST.doubleValue() * size * under
                                && (size >= 1 || over < under))
                        .mapToObj(over -> fraction.group(1) + over + "/" + under))
                .toList();
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
