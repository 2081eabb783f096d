package chainstep.op;

import chainstep.graph.IndexMap;
import chainstep.graph.Op;
import chainstep.graph.OperandException;
import chainstep.math.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * The size×size windows of a pool over the last two axes of an array of rank 2 to 4, {@code stride} apart; windows that do
 * not fit are left out.
 */
record Windows(int size, int stride) {
    /** The largest window, stride or padding. */
    static final int FURTHEST = 1_000_000;

    /** @throws OperandException when size or stride is below 1 or beyond {@link #FURTHEST} */
    Windows {
        if (size < 1 || stride < 1 || Math.max(size, stride) > FURTHEST) {
            throw new OperandException("pool.parameters", size, stride);
        }
    }

    Shape shape(Op op, List<Shape> inputs) {
        Operands.count(op, inputs, 1);
        Shape input = inputs.get(0);
        if (input.rank() < 2) {
            throw new OperandException("pool.rank", op.name(), input);
        }
        if (input.dim(-1) < size || input.dim(-2) < size) {
            throw new OperandException("pool.window", op.name(), input, size);
        }
        int[] dims = input.dims();
        for (int axis = dims.length - 2; axis < dims.length; axis++) {
            dims[axis] = (dims[axis] - size) / stride + 1;
        }
        return Shape.of(dims);
    }

    /** The loops: the axes before the last two, the place in the window, and, innermost for speed, the window. */
    List<Integer> domain(Shape result) {
        List<Integer> extents = new ArrayList<>();
        for (int axis = 0; axis < result.rank() - 2; axis++) {
            extents.add(result.dim(axis));
        }
        extents.addAll(List.of(size, size, result.dim(-2), result.dim(-1)));
        return extents;
    }

    IndexMap target(Shape result) {
        int ahead = result.rank() - 2;
        return leading(ahead).then(0, ahead + 2, 1).then(0, ahead + 3, 1);
    }

    IndexMap read(Shape result) {
        int ahead = result.rank() - 2;
        return leading(ahead).then(0, ahead + 2, stride, ahead, 1).then(0, ahead + 3, stride, ahead + 1, 1);
    }

    private static IndexMap leading(int axes) {
        IndexMap map = IndexMap.scalar(axes + 4);
        for (int axis = 0; axis < axes; axis++) {
            map = map.then(0, axis, 1);
        }
        return map;
    }
}
