package chainstep.explain;

import chainstep.math.Shape;
import chainstep.math.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The printed numbers of a matrix, row by row; of a large one the corners, with dots where numbers are left out; of a long vector
 * that is 0 at both ends, some that are not 0.
 *
 * @param rows the texts, all to the same number of decimals
 * @param whole whether nothing was left out
 */
record Grid(List<List<String>> rows, boolean whole) {
    static final int MOST = 6;
    private static final int AHEAD = 3;
    private static final int BEHIND = 2;
    /** What stands for the numbers left out: in a row, in a column, in both. */
    static final String ACROSS = "⋯";

    static final String DOWN = "⋮";
    static final String BOTH = "⋱";

    Grid {
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** A matrix that begins at a place of the flat array. */
    static Grid of(Tensor value, int from, int height, int width, boolean brief, int digits) {
        int[] down = shown(height, width == 1, i -> value.get(from + i) == 0);
        int[] across = shown(width, height == 1, i -> value.get(from + i) == 0);
        double[] numbers = Arrays.stream(down)
                .filter(row -> row >= 0)
                .flatMap(row -> Arrays.stream(across).filter(c -> c >= 0).map(c -> from + row * width + c))
                .mapToDouble(value::get)
                .toArray();
        List<String> texts = Numerals.column(numbers, brief, digits);
        List<List<String>> rows = new ArrayList<>();
        int next = 0;
        for (int row : down) {
            List<String> line = new ArrayList<>();
            for (int column : across) {
                line.add(row >= 0 && column >= 0 ? texts.get(next++) : dots(row, column));
            }
            rows.add(line);
        }
        return new Grid(rows, down.length == height && across.length == width);
    }

    private static String dots(int row, int column) {
        return row >= 0 ? ACROSS : column >= 0 ? DOWN : BOTH;
    }

    /**
     * The indices shown along an extent, −1 for dots.
     *
     * @param alone whether there is no other extent: then the first number that is not 0 is among them, if there is one
     */
    private static int[] shown(int extent, boolean alone, IntPredicate zero) {
        if (extent <= MOST) {
            return IntStream.range(0, extent).toArray();
        }
        int[] corners = IntStream.range(0, AHEAD + 1 + BEHIND)
                .map(i -> i < AHEAD ? i : i == AHEAD ? -1 : extent - BEHIND + (i - AHEAD - 1))
                .toArray();
        int first = alone && IntStream.of(corners).allMatch(i -> i < 0 || zero.test(i))
                ? IntStream.range(0, extent)
                        .filter(i -> !zero.test(i))
                        .findFirst()
                        .orElse(-1)
                : -1;
        return first < 0 ? corners : around(first, extent);
    }

    /** The first index, some from one in the middle on, the last. */
    private static int[] around(int middle, int extent) {
        List<Integer> shown = new ArrayList<>(List.of(0));
        for (int i = middle; i < Math.min(middle + AHEAD, extent - 1); i++) {
            add(shown, i);
        }
        add(shown, extent - 1);
        return shown.stream().mapToInt(Integer::intValue).toArray();
    }

    private static void add(List<Integer> shown, int index) {
        if (index > shown.get(shown.size() - 1) + 1) {
            shown.add(-1);
        }
        shown.add(index);
    }

    /** The place, among what is shown along a vector or one axis of a matrix, of one index; −1 where it is left out. */
    static int place(int extent, int index, boolean alone, IntPredicate zero) {
        int[] shown = shown(extent, alone, zero);
        return IntStream.range(0, shown.length)
                .filter(i -> shown[i] == index)
                .findFirst()
                .orElse(-1);
    }

    /** The last two axes as matrices, one for each index of the axes before them; a vector is a column. */
    static List<Grid> slices(Tensor value, boolean brief, int digits) {
        Shape shape = value.shape();
        int width = shape.rank() < 2 ? 1 : shape.dim(-1);
        int height = shape.rank() < 2 ? shape.size() : shape.dim(-2);
        int count = value.size() / (width * height);
        return IntStream.range(0, count)
                .mapToObj(slice -> of(value, slice * width * height, height, width, brief, digits))
                .toList();
    }

    /** Rows and columns exchanged. */
    Grid turned() {
        List<List<String>> columns = IntStream.range(0, rows.get(0).size())
                .mapToObj(c -> rows.stream().map(row -> swapped(row.get(c))).toList())
                .toList();
        return new Grid(columns, whole);
    }

    private static String swapped(String cell) {
        return cell.equals(ACROSS) ? DOWN : cell.equals(DOWN) ? ACROSS : cell;
    }
}
