package chainstep.homework.answer;

import chainstep.math.Digits;
import chainstep.math.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Numbers in rows, as they were written.
 *
 * @param extents as many as there are levels of brackets or rows; none for one number
 * @param cells row-major, empty where a place was left out
 */
record Numbers(List<Integer> extents, List<Optional<Digits>> cells) {
    private static final Set<String> LEFT_OUT = Set.of("", "?", "_", "__", "？");

    /** Within brackets a comma at the end of a line says that the list goes on. */
    private static final Pattern ROW_GOES_ON = Pattern.compile(",\\h*\\R\\s*(?=[^\\[\\]]*\\])");

    /** No array is nested deeper. */
    private static final int DEEPEST = 4;

    Numbers {
        extents = List.copyOf(extents);
        cells = List.copyOf(cells);
    }

    /**
     * Reads a number, a vector, a matrix: {@code [a, b]}, {@code a b; c d}, rows with tabs; empty where something is no number.
     *
     * @param commas whether a comma separates; otherwise it is for decimals
     */
    static Optional<Numbers> read(String text, boolean commas) {
        String inner = ROW_GOES_ON.matcher(bracketed(text)).replaceAll(", ");
        return text.isEmpty() ? Optional.empty() : nested(inner, commas, 0).filter(Numbers::isWhole);
    }

    /** With the brackets that people use beside square ones made square. */
    private static String bracketed(String text) {
        boolean round = text.startsWith("(") && text.endsWith(")") && text.indexOf(')') == text.length() - 1;
        boolean curly = text.startsWith("{") && text.endsWith("}");
        return round || curly
                ? "[" + text.substring(1, text.length() - 1).replace('{', '[').replace('}', ']') + "]"
                : text;
    }

    private static Optional<Numbers> nested(String text, boolean commas, int depth) {
        if (text.indexOf('[') < 0) {
            return text.indexOf(']') < 0 ? rows(text, commas) : Optional.empty();
        } else if (depth == DEEPEST) {
            return Optional.empty();
        }
        Optional<List<String>> parts = parts(text);
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        List<Numbers> inner = new ArrayList<>();
        for (String part : parts.get()) {
            Optional<Numbers> one = nested(part, commas, depth + 1);
            if (one.isEmpty()) {
                return Optional.empty();
            }
            inner.add(one.get());
        }
        return inner.size() == 1 && depth == 0 ? Optional.of(inner.get(0)) : stacked(inner);
    }

    /** What stands between the outermost brackets; empty where something stands beside them. */
    private static Optional<List<String>> parts(String text) {
        List<String> parts = new ArrayList<>();
        int open = 0;
        int begin = 0;
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (sign == '[' && open++ == 0) {
                begin = i + 1;
            } else if (sign == ']' && --open == 0) {
                parts.add(text.substring(begin, i));
            } else if (open < 0 || open == 0 && " \t\r\n,;".indexOf(sign) < 0) {
                return Optional.empty();
            }
        }
        return open == 0 ? Optional.of(parts) : Optional.empty();
    }

    private static Optional<Numbers> stacked(List<Numbers> inner) {
        List<Integer> extents = new ArrayList<>(List.of(inner.size()));
        extents.addAll(inner.get(0).extents());
        List<Optional<Digits>> cells = new ArrayList<>();
        for (Numbers one : inner) {
            if (!one.extents().equals(inner.get(0).extents())) {
                extents.set(extents.size() - 1, -1);
            }
            cells.addAll(one.cells());
        }
        return Optional.of(new Numbers(extents, cells));
    }

    private static Optional<Numbers> rows(String text, boolean commas) {
        List<Numbers> rows = new ArrayList<>();
        for (String row : text.strip().split(";|\\R", -1)) {
            Optional<List<Optional<Digits>>> cells = cells(row, commas);
            if (cells.isEmpty()) {
                return Optional.empty();
            }
            rows.add(new Numbers(List.of(cells.get().size()), cells.get()));
        }
        int last = rows.size() - 1;
        if (last > 0 && rows.get(last).isBlank() && rows.get(0).cells().size() > 1) {
            rows.remove(last);
        }
        return rows.size() == 1 ? Optional.of(rows.get(0)) : stacked(rows);
    }

    private static Optional<List<Optional<Digits>>> cells(String row, boolean commas) {
        List<Optional<Digits>> numbers = new ArrayList<>();
        for (String cell : split(row, commas)) {
            Optional<Digits> number = LEFT_OUT.contains(cell) ? Optional.empty() : Numeral.read(cell);
            if (number.isEmpty() && !LEFT_OUT.contains(cell)) {
                return Optional.empty();
            }
            numbers.add(number);
        }
        return Optional.of(numbers);
    }

    private static List<String> split(String row, boolean commas) {
        if (row.indexOf('\t') >= 0) {
            return stripped(row.split("\t", -1));
        } else if (!commas || row.indexOf(',') < 0) {
            return stripped(row.strip().split("\\s+"));
        }
        List<String> cells = new ArrayList<>();
        for (String piece : row.split(",", -1)) {
            cells.addAll(stripped(piece.strip().split("\\s+")));
        }
        return cells;
    }

    private static List<String> stripped(String[] cells) {
        return Arrays.stream(cells).map(String::strip).toList();
    }

    private boolean isWhole() {
        return !cells.isEmpty();
    }

    /** Whether every place was left out. */
    boolean isBlank() {
        return cells.stream().allMatch(Optional::isEmpty);
    }

    /** What was written, extent by extent: 2×3; a ragged one has a question mark. */
    String size() {
        return extents.stream()
                .map(extent -> extent < 0 ? "?" : String.valueOf(extent))
                .reduce((a, b) -> a + "×" + b)
                .orElse("1");
    }

    /** Its extents as a shape; empty for a ragged one, or one too large. */
    Optional<Shape> shape() {
        int[] dims = extents.stream().mapToInt(Integer::intValue).toArray();
        boolean fits =
                dims.length <= Shape.MAX_RANK && Arrays.stream(dims).allMatch(dim -> dim > 0) && Shape.fits(dims);
        return fits ? Optional.of(Shape.of(dims)).filter(shape -> shape.size() == cells.size()) : Optional.empty();
    }

    /** The numbers in the shape of a question; empty where they do not have it. */
    Optional<List<Optional<Digits>>> in(Shape shape, boolean transposed) {
        int size = shape.size();
        if (extents.contains(-1)) {
            return Optional.empty();
        }
        List<Optional<Digits>> list = cells;
        List<Integer> given = new ArrayList<>(extents);
        boolean trailing =
                given.size() == 1 && list.size() == size + 1 && list.get(size).isEmpty();
        if (trailing) {
            list = list.subList(0, size);
            given.set(0, size);
        }
        List<Integer> wanted = Arrays.stream(shape.dims()).boxed().toList();
        if (transposed && given.size() == 2) {
            list = flipped(list, given.get(0), given.get(1));
            given = List.of(given.get(1), given.get(0));
        }
        boolean line = list.size() == size && isLine(given) && isLine(wanted);
        return given.equals(wanted) || line ? Optional.of(list) : Optional.empty();
    }

    /** Whether all but one extent are 1: row or column, it is one line of numbers. */
    private static boolean isLine(List<Integer> extents) {
        return extents.stream().filter(extent -> extent != 1).count() <= 1;
    }

    private static List<Optional<Digits>> flipped(List<Optional<Digits>> list, int rows, int columns) {
        return IntStream.range(0, rows * columns)
                .mapToObj(k -> list.get(k % rows * columns + k / rows))
                .toList();
    }
}
