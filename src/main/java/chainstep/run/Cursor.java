package chainstep.run;

import chainstep.graph.IndexMap;
import chainstep.math.Shape;
import java.util.List;

/**
 * Where one array of a nest is touched along a row of the innermost loop: a first place, a step, and the part of the row
 * that lies inside the array.
 *
 * <p>Set by {@link #start} for each row. Mutable; one thread.
 */
final class Cursor {
    private final int[] axisBase;
    private final int[] axisStep;
    private final int[] dims;
    private final int[] strides;
    private final IndexMap map;
    private final boolean alwaysInside;
    private final int inner;

    int place;
    int step;
    /** The points of the row from {@code low} (inclusive) to {@code high} (exclusive) are inside. */
    int low;

    int high;

    Cursor(IndexMap map, Shape shape, List<Integer> domain) {
        this.map = map;
        this.dims = shape.dims();
        this.strides = shape.strides();
        this.axisBase = new int[dims.length];
        this.axisStep = new int[dims.length];
        this.inner = domain.size() - 1;
        this.alwaysInside = isAlwaysInside(domain);
        for (int axis = 0; axis < dims.length; axis++) {
            axisStep[axis] = inner < 0 ? 0 : map.coefficient(axis, inner);
            step += axisStep[axis] * strides[axis];
        }
    }

    private boolean isAlwaysInside(List<Integer> domain) {
        for (int axis = 0; axis < dims.length; axis++) {
            int least = map.offset(axis);
            int most = least;
            for (int loop = 0; loop < domain.size(); loop++) {
                int reach = map.coefficient(axis, loop) * (domain.get(loop) - 1);
                least += Math.min(reach, 0);
                most += Math.max(reach, 0);
            }
            if (least < 0 || most >= dims[axis]) {
                return false;
            }
        }
        return true;
    }

    /** Goes to the row of {@code length} points that starts at {@code point}. */
    void start(int[] point, int length) {
        place = 0;
        for (int axis = 0; axis < dims.length; axis++) {
            axisBase[axis] = map.index(axis, point);
            place += axisBase[axis] * strides[axis];
        }
        low = 0;
        high = length;
        if (!alwaysInside) {
            clip();
        }
    }

    private void clip() {
        for (int axis = 0; axis < dims.length; axis++) {
            int base = axisBase[axis];
            int by = axisStep[axis];
            int last = dims[axis] - 1;
            if (by == 0) {
                high = base < 0 || base > last ? 0 : high;
            } else if (by > 0) {
                low = Math.max(low, -Math.floorDiv(base, by));
                high = Math.min(high, Math.floorDiv(last - base, by) + 1);
            } else {
                low = Math.max(low, -Math.floorDiv(last - base, -by));
                high = Math.min(high, Math.floorDiv(base, -by) + 1);
            }
        }
        high = Math.max(low, high);
    }

    /** Whether some point of a row of this length is outside the array. */
    boolean isClipped(int length) {
        return low > 0 || high < length;
    }
}
