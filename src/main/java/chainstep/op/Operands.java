package chainstep.op;

import chainstep.graph.Op;
import chainstep.graph.OperandException;
import chainstep.math.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Checks that operations share, each with its message. */
final class Operands {
    private Operands() {}

    /** @throws OperandException when there are not {@code expected} operands */
    static void count(Op op, List<Shape> inputs, int expected) {
        if (inputs.size() != expected) {
            throw new OperandException("operands.count", op.name(), expected, inputs.size());
        }
    }

    /** @throws OperandException when there are not {@code expected} operands, or their shapes differ */
    static void same(Op op, List<Shape> inputs, int expected) {
        count(op, inputs, expected);
        for (Shape next : inputs) {
            if (!inputs.get(0).equals(next)) {
                throw new OperandException("operands.same", op.name(), inputs.get(0), next);
            }
        }
    }

    /** @throws OperandException when γ and β, operands 1 and 2 of a normalisation, are not of this shape */
    static void parameters(Op op, List<Shape> inputs, Shape expected) {
        parameter(op, inputs.get(0), inputs.get(1), expected);
        if (!inputs.get(2).equals(expected)) {
            throw parameter("norm.beta", op, inputs.get(0), inputs.get(2), expected);
        }
    }

    /** @throws OperandException when γ, for a value of shape {@code x}, is not of the shape expected */
    static void parameter(Op op, Shape x, Shape given, Shape expected) {
        if (!given.equals(expected)) {
            throw parameter("norm.gamma", op, x, given, expected);
        }
    }

    private static OperandException parameter(String key, Op op, Shape x, Shape given, Shape expected) {
        String said = given.isScalar() ? key + ".scalar" : key;
        return new OperandException(said, op.name(), x, given, expected);
    }

    /**
     * A valid shape.
     *
     * @throws OperandException when the extents are too many, too large or below 1
     */
    static Shape shape(Op op, int... dims) {
        if (!Shape.fits(dims)) {
            throw new OperandException("operands.size", op.name(), extents(dims));
        }
        return Shape.of(dims);
    }

    /** Extents as people read them, valid or not: {@code 3×-1}. */
    static String extents(int... dims) {
        return Arrays.stream(dims).mapToObj(Integer::toString).collect(Collectors.joining("×"));
    }

    /**
     * The shape two operands broadcast to, as in NumPy.
     *
     * @throws OperandException when they do not, or the result is too large
     */
    static Shape broadcast(Op op, Shape a, Shape b) {
        if (!a.broadcastsWith(b)) {
            throw new OperandException("operands.broadcast", op.name(), a, b);
        }
        int[] dims = new int[Math.max(a.rank(), b.rank())];
        for (int back = 1; back <= dims.length; back++) {
            int mine = back <= a.rank() ? a.dim(-back) : 1;
            int theirs = back <= b.rank() ? b.dim(-back) : 1;
            dims[dims.length - back] = Math.max(mine, theirs);
        }
        return shape(op, dims);
    }

    /**
     * An axis counted from the front.
     *
     * @throws OperandException when the array has no such axis
     */
    static int axis(Op op, Shape shape, int axis) {
        int counted = axis < 0 ? axis + shape.rank() : axis;
        if (counted < 0 || counted >= shape.rank()) {
            throw new OperandException("operands.axis", op.name(), axis, shape);
        }
        return counted;
    }
}
