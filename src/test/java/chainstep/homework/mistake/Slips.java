package chainstep.homework.mistake;

import static java.nio.charset.StandardCharsets.UTF_8;

import chainstep.math.Digits;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One slip of the golden list: what was asked, and the wrong numbers.
 *
 * @param sample the worked example
 * @param id begins with the catalogue's code
 */
record Slips(String sample, String id, String quantity, double[] right, double[] wrong) {
    private static final Path FILE = Path.of("src/test/resources/golden/homework/slips.txt");
    private static final double SAME = 1e-9;

    String code() {
        return id.substring(0, 3);
    }

    static List<Slips> all() throws IOException {
        List<Slips> all = new ArrayList<>();
        for (String line : Files.readAllLines(FILE, UTF_8)) {
            if (!line.startsWith("#")) {
                String[] parts = line.split(" \\| ");
                all.add(new Slips(parts[0], parts[1], parts[2], numbers(parts[3]), numbers(parts[4])));
            }
        }
        return all;
    }

    private static double[] numbers(String text) {
        return Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }

    /** The wrong numbers to 4 significant digits, or as many as tell them from the right ones. */
    List<Optional<Digits>> written() {
        double greatest = Arrays.stream(wrong).map(Math::abs).max().orElseThrow();
        List<Optional<Digits>> written = new ArrayList<>();
        for (int k = 0; k < wrong.length; k++) {
            written.add(Optional.of(rounded(wrong[k], right[k], greatest, 4)));
        }
        return written;
    }

    /** A number to so many digits, or as many as tell it from another one. */
    static Digits rounded(double number, double other, double greatest, int digits) {
        int most = Math.abs(number - other) <= SAME * Math.abs(other) ? digits : 12;
        Digits found = Digits.parse("0");
        for (int n = digits; n <= most; n++) {
            found = Digits.parse(text(number, greatest, n));
            if (!found.covers(other)) {
                return found;
            }
        }
        return found;
    }

    private static String text(double number, double greatest, int digits) {
        if (number == 0) {
            int leading = greatest == 0 ? 0 : (int) Math.floor(Math.log10(greatest));
            return BigDecimal.ZERO.setScale(Math.max(0, digits - 1 - leading)).toPlainString();
        }
        BigDecimal rounded = new BigDecimal(number).round(new MathContext(digits, RoundingMode.HALF_EVEN));
        return rounded.setScale(digits - rounded.precision() + rounded.scale(), RoundingMode.UNNECESSARY)
                .toString();
    }
}
