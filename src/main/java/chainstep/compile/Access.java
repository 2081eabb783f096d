package chainstep.compile;

import chainstep.graph.IndexMap;
import chainstep.math.Shape;

/**
 * What a point of a nest's loops touches of an array, the batch's rows left open: element {@code element} + row·{@code step}.
 *
 * @param element the element at row 0
 * @param step how far the next row's is; 0 where all rows touch the same
 */
record Access(int element, int step) {
    /** Nothing: outside the array, in every row. */
    static final Access OUTSIDE = new Access(-1, 0);

    boolean isOutside() {
        return element < 0;
    }

    /**
     * What a map touches at a point.
     *
     * @param over the loop that goes over the rows, at 0 in {@code point}; {@link Batched#NONE} where none does
     * @throws Tangled where some rows are inside and others are not
     */
    static Access of(IndexMap map, Shape shape, int[] point, int over, int rows) {
        int[] strides = shape.strides();
        int element = 0;
        int step = 0;
        boolean outside = false;
        for (int axis = 0; axis < map.rank(); axis++) {
            int first = map.index(axis, point);
            int by = over == Batched.NONE ? 0 : map.coefficient(axis, over);
            int last = first + by * (rows - 1);
            boolean out = first < 0 || first >= shape.dim(axis);
            if (out != (last < 0 || last >= shape.dim(axis)) || out && by != 0) {
                throw new Tangled();
            }
            outside |= out;
            element += first * strides[axis];
            step += by * strides[axis];
        }
        return outside ? OUTSIDE : new Access(element, step);
    }

    /** A flow that cannot be run row by row. */
    static final class Tangled extends RuntimeException {
        private static final long serialVersionUID = 1;

        Tangled() {
            super("rows are reached in different ways", null, false, false);
        }
    }
}
