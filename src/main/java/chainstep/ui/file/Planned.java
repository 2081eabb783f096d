package chainstep.ui.file;

import chainstep.math.Digits;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What is written into the sheet of a new network, read; empty where it makes no sense. */
final class Planned {
    static final int LARGEST_LAYER = 4096;

    private static final int MOST_LAYERS = 12;
    private static final Pattern SIZE = Pattern.compile("\\d{1,4}");
    private static final Pattern SEED = Pattern.compile("\\d{1,10}");
    /** Alone in its field, one comma can part nothing but digits. */
    private static final Pattern COMMA = Pattern.compile("\\d+,\\d+");

    private static final Pattern RATE = Pattern.compile("(\\d+\\.?\\d*|\\.\\d+)(e-?\\d{1,3})?");

    private Planned() {}

    /** Two to twelve sizes, parted by anything that parts numbers. */
    static Optional<List<Integer>> sizes(String text) {
        String[] parts = text.strip().split("[\\s,;，、×x-]+");
        boolean numbers = parts.length >= 2
                && parts.length <= MOST_LAYERS
                && Arrays.stream(parts).allMatch(part -> SIZE.matcher(part).matches());
        return numbers
                ? Optional.of(Arrays.stream(parts).map(Integer::valueOf).toList())
                        .filter(sizes -> sizes.stream().allMatch(size -> size >= 1 && size <= LARGEST_LAYER))
                : Optional.empty();
    }

    static Optional<Long> seed(String text) {
        return Optional.of(text)
                .filter(SEED.asMatchPredicate())
                .map(Long::valueOf)
                .filter(seed -> seed <= Integer.MAX_VALUE);
    }

    /** As many numbers as are needed, parted by anything that parts numbers, brackets aside; nothing for nothing. */
    static Optional<List<String>> numbers(String text, long needed) {
        String bare = text.replaceAll("[\\[\\](){}]", " ").strip();
        if (bare.isEmpty()) {
            return Optional.of(List.of());
        }
        List<String> parts = List.of(bare.split("[\\s,;，；、]+"));
        return Optional.of(parts)
                .filter(all -> all.size() == needed)
                .filter(all -> all.stream().allMatch(Planned::isNumber));
    }

    private static boolean isNumber(String part) {
        try {
            Digits.parse(part);
            return true;
        } catch (NumberFormatException | ArithmeticException other) {
            return false;
        }
    }

    /** A learning rate as it was written, a decimal comma as a point; it is above 0. */
    static Optional<String> rate(String text) {
        String pointed = COMMA.matcher(text).matches() ? text.replace(',', '.') : text;
        return Optional.of(pointed).filter(RATE.asMatchPredicate()).filter(rate -> {
            double value = Double.parseDouble(rate);
            return value > 0 && Double.isFinite(value);
        });
    }
}
