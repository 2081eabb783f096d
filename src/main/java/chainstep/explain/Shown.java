package chainstep.explain;

import chainstep.math.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Which rows and columns of a large matrix are printed: those at its corners; where the corners are all 0, those about the first
 * number that is not, or the matrix would look as if it were all 0.
 *
 * @param down the rows, −1 for dots
 * @param across the columns, −1 for dots
 */
record Shown(int[] down, int[] across) {
    static final int MOST = 6;
    private static final int AHEAD = 3;
    private static final int BEHIND = 2;

    /** Of a matrix that begins at a place of the flat array. */
    static Shown of(Tensor value, int from, int height, int width) {
        Shown corners = new Shown(corners(height), corners(width));
        boolean whole = height <= MOST && width <= MOST;
        if (whole || !corners.isZero(value, from, width)) {
            return corners;
        }
        OptionalInt first = IntStream.range(0, height * width)
                .filter(i -> value.get(from + i) != 0)
                .findFirst();
        return first.isEmpty()
                ? corners
                : new Shown(around(first.getAsInt() / width, height), around(first.getAsInt() % width, width));
    }

    private boolean isZero(Tensor value, int from, int width) {
        return Arrays.stream(down)
                .filter(row -> row >= 0)
                .allMatch(row -> Arrays.stream(across)
                        .filter(column -> column >= 0)
                        .allMatch(column -> value.get(from + row * width + column) == 0));
    }

    private static int[] corners(int extent) {
        return extent <= MOST
                ? IntStream.range(0, extent).toArray()
                : IntStream.range(0, AHEAD + 1 + BEHIND)
                        .map(i -> i < AHEAD ? i : i == AHEAD ? -1 : extent - BEHIND + (i - AHEAD - 1))
                        .toArray();
    }

    /** The first index, some from one in the middle on, the last. */
    private static int[] around(int middle, int extent) {
        if (extent <= MOST) {
            return corners(extent);
        }
        List<Integer> shown = new ArrayList<>(List.of(0));
        for (int i = middle; i < Math.min(middle + AHEAD, extent - 1); i++) {
            add(shown, i);
        }
        add(shown, extent - 1);
        return shown.stream().mapToInt(Integer::intValue).toArray();
    }

    private static void add(List<Integer> shown, int index) {
        int last = shown.get(shown.size() - 1);
        if (index > last + 1) {
            shown.add(-1);
        }
        if (index > last) {
            shown.add(index);
        }
    }

    /** The place of a row or a column among those shown, −1 where it is left out. */
    static int place(int[] shown, int index) {
        return IntStream.range(0, shown.length)
                .filter(i -> shown[i] == index)
                .findFirst()
                .orElse(-1);
    }
}
