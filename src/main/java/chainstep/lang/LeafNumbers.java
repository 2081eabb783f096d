package chainstep.lang;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The numbers of a vector or a matrix as they are written, {@code [[0.1, 0.2], [0.3, 0.4]]}, or drawn, {@code xavier(2, 2, seed=0)};
 * of another shape as few of them as possible are others.
 *
 * @param rows the texts of the numbers; empty where they are drawn
 * @param head what draws them
 * @param tail what stands behind the shape
 * @param height of a vector its size
 * @param width 0 for a vector
 */
record LeafNumbers(List<List<String>> rows, String head, String tail, int height, int width) {
    private static final String NUMBER = "[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?";
    private static final String LIST = "\\[\\s*" + NUMBER + "(?:\\s*,\\s*" + NUMBER + ")*\\s*\\]";
    private static final Pattern VECTOR = Pattern.compile(LIST);
    private static final Pattern MATRIX = Pattern.compile("\\[\\s*" + LIST + "(?:\\s*,\\s*" + LIST + ")*\\s*\\]");
    private static final Pattern DRAWN = Pattern.compile(
            "((?:xavier|he|zeros|ones|normal|uniform)\\(\\s*)(\\d{1,4})(?:\\s*,\\s*(\\d{1,4}))?(\\s*[,)].*)");

    LeafNumbers {
        rows = rows.stream().map(List::copyOf).toList();
    }

    static Optional<LeafNumbers> of(String written) {
        String text = written.strip();
        Matcher drawn = DRAWN.matcher(text);
        if (drawn.matches()) {
            int width = drawn.group(3) == null ? 0 : Integer.parseInt(drawn.group(3));
            return Optional.of(new LeafNumbers(
                    List.of(), drawn.group(1), drawn.group(4), Integer.parseInt(drawn.group(2)), width));
        } else if (VECTOR.matcher(text).matches()) {
            List<String> numbers = numbers(text);
            return Optional.of(new LeafNumbers(List.of(numbers), "", "", numbers.size(), 0));
        } else if (MATRIX.matcher(text).matches()) {
            List<List<String>> rows = VECTOR.matcher(text.substring(1))
                    .results()
                    .map(row -> numbers(row.group()))
                    .toList();
            int width = rows.get(0).size();
            boolean even = rows.stream().allMatch(row -> row.size() == width);
            return even ? Optional.of(new LeafNumbers(rows, "", "", rows.size(), width)) : Optional.empty();
        }
        return Optional.empty();
    }

    /** A vector of another size, zeros added. */
    LeafNumbers padded(int size) {
        if (isDrawn()) {
            return sized(size, 0);
        }
        List<String> numbers = IntStream.range(0, size)
                .mapToObj(at -> at < height ? rows.get(0).get(at) : "0")
                .toList();
        return new LeafNumbers(List.of(numbers), head, tail, size, 0);
    }

    private static List<String> numbers(String list) {
        return Arrays.stream(list.replaceAll("[\\[\\]\\s]", "").split(",")).toList();
    }

    boolean isDrawn() {
        return rows.isEmpty();
    }

    /** The same in another size: numbers are left out at the end, or others added there. */
    LeafNumbers sized(int newHeight, int newWidth) {
        if (isDrawn()) {
            return new LeafNumbers(rows, head, tail, newHeight, newWidth);
        } else if (newWidth == 0) {
            return new LeafNumbers(List.of(fitted(rows.get(0), newHeight, 0)), head, tail, newHeight, 0);
        }
        List<List<String>> fitted = new ArrayList<>();
        for (int row = 0; row < newHeight; row++) {
            fitted.add(fitted(row < rows.size() ? rows.get(row) : List.of(), newWidth, row));
        }
        return new LeafNumbers(fitted, head, tail, newHeight, newWidth);
    }

    /** New numbers are small, and no two beside each other alike, so that no two units stay the same for ever. */
    private static List<String> fitted(List<String> numbers, int size, int row) {
        return IntStream.range(0, size)
                .mapToObj(at -> at < numbers.size()
                        ? numbers.get(at)
                        : String.format(Locale.ROOT, "0.%02d", (10 + 7 * at + 15 * row) % 90 + 5))
                .toList();
    }

    String text() {
        if (isDrawn()) {
            return head + height + (width == 0 ? "" : ", " + width) + tail;
        }
        String lists =
                rows.stream().map(row -> "[" + String.join(", ", row) + "]").collect(Collectors.joining(", "));
        return width == 0 ? lists : "[" + lists + "]";
    }
}
