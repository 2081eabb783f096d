package chainstep.compile;

import chainstep.graph.IndexMap;
import chainstep.math.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How the loops of a nest walk through a flat array: to element {@code offset} + Σ steps[loop]·d[loop].
 *
 * @param steps of loops of one turn, 0
 * @param inside whether no turn leaves the array
 */
record Walk(int offset, int[] steps, boolean inside) {
    static Walk of(IndexMap map, Shape shape, List<Integer> domain) {
        int[] strides = shape.strides();
        int[] steps = new int[domain.size()];
        int offset = 0;
        boolean inside = true;
        for (int axis = 0; axis < map.rank(); axis++) {
            int least = map.offset(axis);
            int most = map.offset(axis);
            offset += map.offset(axis) * strides[axis];
            for (int loop = 0; loop < steps.length; loop++) {
                int by = domain.get(loop) == 1 ? 0 : map.coefficient(axis, loop);
                least += Math.min(0, by * (domain.get(loop) - 1));
                most += Math.max(0, by * (domain.get(loop) - 1));
                steps[loop] += by * strides[axis];
            }
            inside &= least >= 0 && most < shape.dim(axis);
        }
        return new Walk(offset, steps, inside);
    }

    /** Whether it stays at one element. */
    boolean stays() {
        return Arrays.stream(steps).allMatch(step -> step == 0);
    }

    /** Whether it goes from the first element on, one by one. */
    boolean isStraight(List<Integer> domain) {
        int weight = 1;
        boolean straight = offset == 0 && inside;
        for (int loop = steps.length - 1; loop >= 0; loop--) {
            straight &= domain.get(loop) == 1 || steps[loop] == weight;
            weight *= domain.get(loop);
        }
        return straight;
    }

    /** Whether the loops that move it visit each of so many elements once. */
    boolean covers(int size, List<Integer> domain) {
        int[] moving = IntStream.range(0, steps.length)
                .filter(loop -> steps[loop] != 0)
                .boxed()
                .sorted((one, other) -> Integer.compare(steps[one], steps[other]))
                .mapToInt(Integer::intValue)
                .toArray();
        int weight = 1;
        for (int loop : moving) {
            if (steps[loop] != weight) {
                return false;
            }
            weight *= domain.get(loop);
        }
        return inside && offset == 0 && weight == size;
    }

    /** The place as Java text, loop number {@code k} being {@code dk}, and so many elements further on. */
    String text(int further) {
        StringBuilder text = new StringBuilder();
        for (int loop = 0; loop < steps.length; loop++) {
            if (steps[loop] != 0) {
                text.append(text.isEmpty() ? "" : " + ").append(steps[loop] == 1 ? "" : steps[loop] + " * ");
                text.append("d").append(loop);
            }
        }
        int constant = offset + further;
        return text.isEmpty() ? "" + constant : constant == 0 ? text.toString() : text + " + " + constant;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Walk walk
                && offset == walk.offset
                && inside == walk.inside
                && Arrays.equals(steps, walk.steps);
    }

    @Override
    public int hashCode() {
        return 31 * offset + Arrays.hashCode(steps);
    }

    @Override
    public String toString() {
        return text(0);
    }
}
