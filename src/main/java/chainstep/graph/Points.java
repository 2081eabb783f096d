package chainstep.graph;

import chainstep.math.Shape;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

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
        touchingWhile(domain, map, index, point -> {
            visitor.accept(point);
            return true;
        });
    }

    /** As {@link #touching}, until the visitor says false. */
    public static void touchingWhile(List<Integer> domain, IndexMap map, int[] index, Predicate<int[]> visitor) {
        if (fixedAxesMatch(domain, map, index)) {
            new Search(domain, map, index, visitor).from(0, new int[domain.size()]);
        }
    }

    /** How many points {@link #touching} visits; known without visiting where each axis is a loop of its own. */
    public static long count(List<Integer> domain, IndexMap map, int[] index) {
        if (isPick(domain, map)) {
            boolean[] any = new boolean[1];
            touchingWhile(domain, map, index, point -> {
                any[0] = true;
                return false;
            });
            long free = 1;
            for (int loop = 0; loop < domain.size(); loop++) {
                free *= map.dependsOn(loop) ? 1 : domain.get(loop);
            }
            return any[0] ? free : 0;
        }
        long[] count = new long[1];
        touching(domain, map, index, point -> count[0]++);
        return count[0];
    }

    /** Whether the axes that no loop moves stand at the index. */
    private static boolean fixedAxesMatch(List<Integer> domain, IndexMap map, int[] index) {
        for (int axis = 0; axis < map.rank(); axis++) {
            boolean moves = false;
            for (int loop = 0; loop < domain.size(); loop++) {
                moves |= map.coefficient(axis, loop) != 0;
            }
            if (!moves && index[axis] != map.offset(axis)) {
                return false;
            }
        }
        return true;
    }

    /** Whether no axis mixes loops, so that the loops it names are determined and the others free. */
    private static boolean isPick(List<Integer> domain, IndexMap map) {
        for (int axis = 0; axis < map.rank(); axis++) {
            int loops = 0;
            for (int loop = 0; loop < domain.size(); loop++) {
                loops += map.coefficient(axis, loop) != 0 ? 1 : 0;
            }
            if (loops > 1) {
                return false;
            }
        }
        return true;
    }

    private record Search(List<Integer> domain, IndexMap map, int[] index, Predicate<int[]> visitor) {
        /** Visits what is left of the loops from {@code loop} on; false when the visitor has had enough. */
        boolean from(int loop, int[] point) {
            if (loop == point.length) {
                return visitor.test(point);
            }
            int low = 0;
            int high = domain.get(loop) - 1;
            for (int axis = 0; axis < map.rank() && low <= high; axis++) {
                int coefficient = map.coefficient(axis, loop);
                if (coefficient != 0) {
                    int[] range = range(axis, loop, point);
                    low = Math.max(low, coefficient > 0 ? ceil(range[0], coefficient) : ceil(range[1], coefficient));
                    high = Math.min(
                            high, coefficient > 0 ? floor(range[1], coefficient) : floor(range[0], coefficient));
                }
            }
            for (int value = low; value <= high; value++) {
                point[loop] = value;
                if (!from(loop + 1, point)) {
                    return false;
                }
            }
            point[loop] = 0;
            return true;
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
