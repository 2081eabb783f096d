package chainstep.ui.table;

import chainstep.math.Format;
import chainstep.math.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What of a value fits in a small place: all of it, or its corners with ⋯ between; numbers as the core writes those that stand together.
 *
 * @param rows which rows are shown, −1 for ⋯
 * @param columns which columns are shown, −1 for ⋯
 * @param texts of the cells, row by row
 */
record Corners(Grid grid, List<Integer> rows, List<Integer> columns, List<String> texts) {
    /** Up to so many rows or columns are shown all. */
    static final int MOST = 6;

    static final String REST = "⋯";

    private static final String UNKNOWN = "·";

    static Corners of(Tensor value, int digits) {
        return of(new Grid(value.shape()), value::get, element -> true, MOST, digits);
    }

    /**
     * Numbers are written as all of those shown will be, also while some are not computed yet: none changes its digits when
     * another comes.
     *
     * @param value its numbers, by their flat places
     * @param known whether an element has been computed
     * @param most how many columns of numbers there is room for
     * @param digits to which they are written, see {@link Format#column(double[], int)}
     */
    static Corners of(Grid grid, IntToDoubleFunction value, IntPredicate known, int most, int digits) {
        IntPredicate zero = element -> value.applyAsDouble(element) == 0;
        List<Integer> rows = some(grid.rows(), MOST, grid.columns() == 1, zero);
        List<Integer> columns = some(grid.columns(), Math.max(1, Math.min(MOST, most)), grid.rows() == 1, zero);
        int[] elements = rows.stream()
                .flatMap(row -> columns.stream().map(column -> row < 0 || column < 0 ? -1 : grid.element(row, column)))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] shown = IntStream.of(elements)
                .filter(element -> element >= 0)
                .mapToDouble(value)
                .toArray();
        List<String> numbers = Format.column(shown, digits);
        List<String> texts = new ArrayList<>();
        int next = 0;
        for (int element : elements) {
            if (element < 0) {
                texts.add(REST);
            } else {
                String number = Format.typographic(numbers.get(next++));
                texts.add(known.test(element) ? number : UNKNOWN);
            }
        }
        return new Corners(grid, rows, columns, texts);
    }

    /** All of few, else the first ones, ⋯ and the last; in place of zeros alone, of a vector, the first that is not 0. */
    private static List<Integer> some(int count, int most, boolean alone, IntPredicate zero) {
        List<Integer> some = some(count, most);
        boolean empty = alone && some.size() == 5 && some.stream().allMatch(i -> i < 0 || zero.test(i));
        OptionalInt full =
                empty ? IntStream.range(0, count).filter(i -> !zero.test(i)).findFirst() : OptionalInt.empty();
        return full.isPresent() ? around(full.getAsInt(), count) : some;
    }

    private static List<Integer> around(int middle, int count) {
        return middle == count - 2 ? List.of(0, 1, -1, middle, count - 1) : List.of(0, -1, middle, -1, count - 1);
    }

    private static List<Integer> some(int count, int most) {
        if (count <= most) {
            return IntStream.range(0, count).boxed().toList();
        }
        if (most == 1) {
            return List.of(0, -1);
        }
        List<Integer> some = new ArrayList<>();
        IntStream.range(0, Math.min(3, most - 1)).forEach(some::add);
        some.add(-1);
        some.add(count - 1);
        return some;
    }

    String text(int i, int j) {
        return texts.get(i * columns.size() + j);
    }

    /** The element in a cell; −1 for ⋯. */
    int element(int i, int j) {
        return rows.get(i) < 0 || columns.get(j) < 0 ? -1 : grid.element(rows.get(i), columns.get(j));
    }

    /** All on one line: {@code [0.4 0.45; 0.5 0.55]}. */
    String line() {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < rows.size(); i++) {
            for (int j = 0; j < columns.size(); j++) {
                line.append(j > 0 ? " " : i > 0 ? "; " : "").append(text(i, j));
            }
        }
        return grid.shape().isScalar() ? line.toString() : "[" + line + "]";
    }
}
