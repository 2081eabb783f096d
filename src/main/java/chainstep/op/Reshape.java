package chainstep.op;

import chainstep.graph.Expression;
import chainstep.graph.Formula;
import chainstep.graph.IndexMap;
import chainstep.graph.Nest;
import chainstep.graph.Nests;
import chainstep.graph.Op;
import chainstep.graph.OperandException;
import chainstep.graph.Pullback;
import chainstep.math.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The same numbers in row-major order, in another shape.
 *
 * <p>One nest whose loops are fine enough for both shapes; where there are none (2×3 to 3×2), two, through a flat array.
 */
public record Reshape(Shape to) implements Op {
    /**
     * The reshaping of an array of shape {@code from} to extents of which one may be −1: as many as are left.
     *
     * @throws OperandException when the extents do not hold as many numbers
     */
    public static Reshape of(Shape from, int... dims) {
        int open = -1;
        long known = 1;
        for (int axis = 0; axis < dims.length; axis++) {
            if (dims[axis] == -1 && open < 0) {
                open = axis;
            } else {
                known *= Math.max(dims[axis], 0);
            }
        }
        int[] full = dims.clone();
        boolean divides = known > 0 && from.size() % known == 0;
        if (open >= 0 && divides) {
            full[open] = (int) (from.size() / known);
        }
        if (!divides || !Shape.fits(full)) {
            throw new OperandException("reshape.size", from, from.size(), Operands.extents(dims));
        }
        Reshape reshape = new Reshape(Shape.of(full));
        reshape.shape(List.of(from));
        return reshape;
    }

    @Override
    public String name() {
        return "reshape";
    }

    @Override
    public Shape shape(List<Shape> inputs) {
        Operands.count(this, inputs, 1);
        Shape input = inputs.get(0);
        if (input.size() != to.size()) {
            throw new OperandException("reshape.size", input, input.size(), to);
        }
        return to;
    }

    @Override
    public Nests nests(List<Shape> inputs) {
        Shape from = inputs.get(0);
        if (isNested(from, to)) {
            return Nests.of(inputs, to, copy(from, to, 0, 1));
        }
        Shape flat = Shape.of(to.size());
        return new Nests(inputs, List.of(flat, to), List.of(copy(from, flat, 0, 1), copy(flat, to, 1, 2)));
    }

    /** How far apart, in the flat array, the loops fine enough for both shapes step: ascending, each once. */
    private static int[] steps(Shape from, Shape to) {
        return IntStream.concat(Arrays.stream(from.strides()), Arrays.stream(to.strides()))
                .filter(stride -> stride < to.size())
                .sorted()
                .distinct()
                .toArray();
    }

    private static boolean isNested(Shape from, Shape to) {
        int[] steps = steps(from, to);
        for (int k = 1; k < steps.length; k++) {
            if (steps[k] % steps[k - 1] != 0) {
                return false;
            }
        }
        return true;
    }

    private static Nest copy(Shape from, Shape to, int in, int out) {
        int[] steps = steps(from, to);
        int loops = steps.length;
        Integer[] domain = new Integer[loops];
        int[] stride = new int[loops];
        for (int loop = 0; loop < loops; loop++) {
            int k = loops - 1 - loop;
            stride[loop] = steps[k];
            domain[loop] = (k + 1 < loops ? steps[k + 1] : to.size()) / steps[k];
        }
        Nest.Read read = new Nest.Read(in, map(from, stride));
        return Nest.sum(List.of(domain), out, map(to, stride), List.of(read), Formula.input(0));
    }

    /** Each axis of {@code shape} counts the loops that step within it. */
    private static IndexMap map(Shape shape, int[] stride) {
        IndexMap map = IndexMap.scalar(stride.length);
        int[] strides = shape.strides();
        for (int axis = 0; axis < shape.rank(); axis++) {
            int[] terms = new int[2 * stride.length];
            for (int loop = 0; loop < stride.length; loop++) {
                boolean within = stride[loop] >= strides[axis] && stride[loop] < (long) strides[axis] * shape.dim(axis);
                terms[2 * loop] = loop;
                terms[2 * loop + 1] = within ? stride[loop] / strides[axis] : 0;
            }
            map = map.then(0, terms);
        }
        return map;
    }

    @Override
    public Optional<Pullback> pullback(int input, List<Shape> inputs) {
        return Optional.of(new Pullback(new Reshape(inputs.get(0)), List.of(Pullback.UPSTREAM)));
    }

    @Override
    public Expression written(List<Expression> operands, List<Shape> inputs) {
        return new Expression.Applied(name(), operands, to.isScalar());
    }
}
