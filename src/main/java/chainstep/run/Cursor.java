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
    private final int[] axisStep;
    private final int[] dims;
    private final IndexMap map;
    private final boolean alwaysInside;
    private final int base;
    private final int[] loopSteps;

    int place;
    int step;
    /** The points of the row from {@code low} (inclusive) to {@code high} (exclusive) are inside. */
    int low;

    int high;

    Cursor(IndexMap map, Shape shape, List<Integer> domain) {
        this.map = map;
        this.dims = shape.dims();
        int[] strides = shape.strides();
        this.axisStep = new int[dims.length];
        this.alwaysInside = isAlwaysInside(domain);
        this.loopSteps = new int[domain.size()];
        int inner = domain.size() - 1;
        int first = 0;
        for (int axis = 0; axis < dims.length; axis++) {
            first += map.offset(axis) * strides[axis];
            for (int loop = 0; loop <= inner; loop++) {
                loopSteps[loop] += map.coefficient(axis, loop) * strides[axis];
            }
            axisStep[axis] = inner < 0 ? 0 : map.coefficient(axis, inner);
        }
        this.base = first;
        this.step = inner < 0 ? 0 : loopSteps[inner];
    }

    /** Whether every point of the loops is inside the array. */
    boolean isAlwaysInside() {
        return alwaysInside;
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
        int at = base;
        for (int loop = 0; loop < loopSteps.length; loop++) {
            at += loopSteps[loop] * point[loop];
        }
        place = at;
        low = 0;
        high = length;
        if (!alwaysInside) {
            clip(point);
        }
    }

    private void clip(int[] point) {
        for (int axis = 0; axis < dims.length; axis++) {
            int index = map.index(axis, point);
            int by = axisStep[axis];
            int last = dims[axis] - 1;
            if (by == 0) {
                high = index < 0 || index > last ? 0 : high;
            } else if (by > 0) {
                low = Math.max(low, -Math.floorDiv(index, by));
                high = Math.min(high, Math.floorDiv(last - index, by) + 1);
            } else {
                low = Math.max(low, -Math.floorDiv(last - index, -by));
                high = Math.min(high, Math.floorDiv(index, -by) + 1);
            }
        }
        high = Math.max(low, high);
    }

    /** Whether some point of a row of this length is outside the array. */
    boolean isClipped(int length) {
        return low > 0 || high < length;
    }
}
