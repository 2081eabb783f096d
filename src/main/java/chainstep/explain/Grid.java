package chainstep.explain;

import chainstep.math.Shape;
import chainstep.math.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The printed numbers of a matrix, row by row; of a large one the corners, with dots where numbers are left out; where these
 * are all 0, some that are not.
 *
 * @param rows the texts, all to the same number of decimals
 * @param whole whether nothing was left out
 */
record Grid(List<List<String>> rows, boolean whole) {
    /** What stands for the numbers left out: in a row, in a column, in both. */
    static final String ACROSS = "⋯";

    static final String DOWN = "⋮";
    static final String BOTH = "⋱";

    Grid {
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** A matrix that begins at a place of the flat array. */
    static Grid of(Tensor value, int from, int height, int width, boolean brief, int digits) {
        Shown shown = Shown.of(value, from, height, width);
        int[] down = shown.down();
        int[] across = shown.across();
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
