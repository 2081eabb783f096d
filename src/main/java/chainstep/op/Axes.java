package chainstep.op;

import chainstep.graph.IndexMap;
import chainstep.graph.Op;
import chainstep.graph.OperandException;
import chainstep.math.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The axes a reduction goes over, as NumPy's {@code axis=} and {@code keepdims=} say it.
 *
 * @param axes the axes, negative ones counted from the end; empty for all
 * @param keep whether reduced axes stay, with extent 1
 */
public record Axes(List<Integer> axes, boolean keep) {
    public static final Axes ALL = new Axes(List.of(), false);

    public Axes {
        axes = List.copyOf(axes);
    }

    /** Over one axis. */
    public static Axes along(int axis, boolean keep) {
        return new Axes(List.of(axis), keep);
    }

    /** Which axes of {@code shape} are reduced. */
    public boolean[] marked(Op op, Shape shape) {
        boolean[] marked = new boolean[shape.rank()];
        if (axes.isEmpty()) {
            Arrays.fill(marked, true);
        }
        for (int axis : axes) {
            int counted = Operands.axis(op, shape, axis);
            if (marked[counted]) {
                throw new OperandException("operands.axis.twice", op.name(), axis);
            }
            marked[counted] = true;
        }
        return marked;
    }

    /** The shape left after the reduction. */
    public Shape reduced(Op op, Shape shape) {
        boolean[] marked = marked(op, shape);
        List<Integer> dims = new ArrayList<>();
        for (int axis = 0; axis < shape.rank(); axis++) {
            if (!marked[axis]) {
                dims.add(shape.dim(axis));
            } else if (keep) {
                dims.add(1);
            }
        }
        return Shape.of(dims.stream().mapToInt(Integer::intValue).toArray());
    }

    /** The axes behind a function's name, counted from the front: [1]; nothing where all are reduced. */
    String written(Op op, Shape shape) {
        boolean[] marked = marked(op, shape);
        String list = IntStream.range(0, marked.length)
                .filter(axis -> marked[axis])
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(","));
        boolean all = IntStream.range(0, marked.length).allMatch(axis -> marked[axis]);
        return all ? "" : "[" + list + "]";
    }

    /** Where the loops over {@code shape} write in the reduced array. */
    public IndexMap target(Op op, Shape shape) {
        boolean[] marked = marked(op, shape);
        IndexMap map = IndexMap.scalar(shape.rank());
        for (int axis = 0; axis < shape.rank(); axis++) {
            if (!marked[axis]) {
                map = map.then(0, axis, 1);
            } else if (keep) {
                map = map.then(0);
            }
        }
        return map;
    }

    /** How many elements of {@code shape} fall into one of the reduced array. */
    public int count(Op op, Shape shape) {
        return shape.size() / reduced(op, shape).size();
    }
}
