package chainstep.run;

import chainstep.graph.IndexMap;
import chainstep.graph.Nest;
import chainstep.graph.Nests;
import chainstep.math.Shape;

/**
 * Where each point of a nest touches an array: places in the flat array in the order of the points, −1 outside it.
 *
 * <p>Mostly they are a straight line, {@code first + i·step}, and need no table.
 */
final class Places {
    private final int first;
    private final int step;
    private final int[] table;

    private Places(int first, int step, int[] table) {
        this.first = first;
        this.step = step;
        this.table = table;
    }

    static Places of(Nests nests, Coalesced coalesced, int array, IndexMap map) {
        Nest nest = coalesced.nest();
        int loops = nest.domain().size();
        if (coalesced.flat() && loops <= 1) {
            return new Places(map.offset(0), loops == 0 ? 0 : map.coefficient(0, 0), new int[0]);
        }
        Shape shape = coalesced.shape(nests, array);
        int[] table = new int[(int) nest.points()];
        int[] point = new int[loops];
        for (int i = 0; i < table.length; i++) {
            table[i] = place(map, shape, point);
            advance(point, nest);
        }
        return isStraight(table) ? new Places(table[0], step(table), new int[0]) : new Places(-1, 0, table);
    }

    private static void advance(int[] point, Nest nest) {
        for (int loop = point.length - 1;
                loop >= 0 && ++point[loop] == nest.domain().get(loop);
                loop--) {
            point[loop] = 0;
        }
    }

    private static int place(IndexMap map, Shape shape, int[] point) {
        int place = 0;
        for (int axis = 0; axis < shape.rank(); axis++) {
            int index = map.index(axis, point);
            if (index < 0 || index >= shape.dim(axis)) {
                return -1;
            }
            place = place * shape.dim(axis) + index;
        }
        return place;
    }

    private static int step(int[] table) {
        return table.length < 2 ? 0 : table[1] - table[0];
    }

    private static boolean isStraight(int[] table) {
        int step = step(table);
        for (int i = 0; i < table.length; i++) {
            if (table[i] < 0 || table[i] != table[0] + i * step) {
                return false;
            }
        }
        return true;
    }

    /** Whether all points are inside and each is {@link #step} after the one before. */
    boolean isStraight() {
        return table.length == 0;
    }

    int first() {
        return first;
    }

    int step() {
        return step;
    }

    /** The place of a point. */
    int at(int point) {
        return table.length == 0 ? first + point * step : table[point];
    }

    /** The numbers that the points of a table read, 0 for those outside. */
    void gather(double[] from, double[] into) {
        for (int i = 0; i < table.length; i++) {
            into[i] = table[i] < 0 ? 0 : from[table[i]];
        }
    }
}
