package chainstep.graph;

import chainstep.math.Shape;
import java.util.List;
import java.util.function.Consumer;

/** Walks the points of a nest's loops: all in order, or only those that touch a given element. */
public final class Points {
    private Points() {}

    /** Moves to the next point in row-major order; false, with the point back at the start, after the last. */
    static boolean next(int[] point, List<Integer> domain) {
        for (int loop = point.length - 1; loop >= 0; loop--) {
            if (++point[loop] < domain.get(loop)) {
                return true;
            }
            point[loop] = 0;
        }
        return false;
    }

    /** The flat place that a map touches at a point, or −1 outside the array. */
    public static int element(IndexMap map, Shape shape, int[] point) {
        int element = 0;
        for (int axis = 0; axis < map.rank(); axis++) {
            int index = map.index(axis, point);
            if (index < 0 || index >= shape.dim(axis)) {
                return -1;
            }
            element = element * shape.dim(axis) + index;
        }
        return element;
    }

    /**
     * Visits, in order, the points at which {@code map} touches the element with this index. Loops that an axis determines
     * are solved for, not tried, so that the cost is about the number of points found. The array handed to the visitor is
     * reused.
     */
    public static void touching(List<Integer> domain, IndexMap map, int[] index, Consumer<int[]> visitor) {
        new Search(domain, map, index, visitor).from(0, new int[domain.size()]);
    }

    private record Search(List<Integer> domain, IndexMap map, int[] index, Consumer<int[]> visitor) {
        void from(int loop, int[] point) {
            if (loop == point.length) {
                visitor.accept(point);
                return;
            }
            int low = 0;
            int high = domain.get(loop) - 1;
            for (int axis = 0; axis < map.rank() && low <= high; axis++) {
                int coefficient = map.coefficient(axis, loop);
                if (coefficient != 0 || isLast(axis, loop)) {
                    int[] range = range(axis, loop, point);
                    if (coefficient == 0) {
                        high = range[0] > 0 || range[1] < 0 ? -1 : high;
                    } else {
                        low = Math.max(
                                low, coefficient > 0 ? ceil(range[0], coefficient) : ceil(range[1], coefficient));
                        high = Math.min(
                                high, coefficient > 0 ? floor(range[1], coefficient) : floor(range[0], coefficient));
                    }
                }
            }
            for (int value = low; value <= high; value++) {
                point[loop] = value;
                from(loop + 1, point);
            }
            point[loop] = 0;
        }

        /** An axis no loop from here on moves must be checked once. */
        private boolean isLast(int axis, int loop) {
            return loop == 0 && firstLoop(axis) < 0;
        }

        private int firstLoop(int axis) {
            for (int loop = 0; loop < domain.size(); loop++) {
                if (map.coefficient(axis, loop) != 0) {
                    return loop;
                }
            }
            return -1;
        }

        /** What coefficient·d[loop] may be, [least, most], given the loops set so far and what later ones can add. */
        private int[] range(int axis, int loop, int[] point) {
            int rest = index[axis] - map.offset(axis);
            for (int set = 0; set < loop; set++) {
                rest -= map.coefficient(axis, set) * point[set];
            }
            int least = rest;
            int most = rest;
            for (int later = loop + 1; later < domain.size(); later++) {
                int reach = map.coefficient(axis, later) * (domain.get(later) - 1);
                least -= Math.max(reach, 0);
                most -= Math.min(reach, 0);
            }
            return new int[] {least, most};
        }

        private static int ceil(int a, int b) {
            return -Math.floorDiv(-a, b);
        }

        private static int floor(int a, int b) {
            return Math.floorDiv(a, b);
        }
    }
}
