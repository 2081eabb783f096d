package chainstep.op;

import chainstep.graph.Expression;
import chainstep.graph.Formula;
import chainstep.graph.IndexMap;
import chainstep.graph.Nest;
import chainstep.graph.Nests;
import chainstep.graph.Op;
import chainstep.graph.OperandException;
import chainstep.math.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of an array by NumPy's basic indexing: along each axis one index, or every {@code step}-th of a range.
 *
 * @param picks one for each axis of the operand, and one {@link NewAxis} wherever the result gets an extent of 1
 */
public record Slice(List<Pick> picks) implements Op {
    /** What is taken along one axis. */
    public sealed interface Pick {}

    /** One index; the axis goes. */
    public record At(int index) implements Pick {}

    /** {@code extent} indices from {@code start} on, {@code step} apart; the axis stays. */
    public record Every(int start, int step, int extent) implements Pick {}

    /** A new axis of extent 1. */
    public record NewAxis() implements Pick {}

    public Slice {
        picks = List.copyOf(picks);
    }

    /**
     * The part of an array of shape {@code from} that Python's brackets name.
     *
     * @throws OperandException when an index lies outside, a range is empty, or there are too many items
     */
    public static Slice of(Shape from, List<Subscript> items) {
        return new Slice(Subscript.resolve(from, items));
    }

    /** One row (or layer) along the first axis: {@code x[index]}. */
    static Slice row(Shape from, int index) {
        return of(from, List.of(new Subscript.Index(index)));
    }

    @Override
    public String name() {
        return "slice";
    }

    @Override
    public Shape shape(List<Shape> inputs) {
        Operands.count(this, inputs, 1);
        Shape input = inputs.get(0);
        List<Integer> dims = new ArrayList<>();
        int axis = 0;
        for (Pick pick : picks) {
            if (pick instanceof NewAxis) {
                dims.add(1);
                continue;
            }
            int extent = axis < input.rank() ? input.dim(axis++) : 0;
            if (pick instanceof Every every) {
                int last = every.start() + every.step() * (every.extent() - 1);
                check(Math.min(every.start(), last) >= 0 && Math.max(every.start(), last) < extent, input);
                dims.add(every.extent());
            } else if (pick instanceof At at) {
                check(at.index() >= 0 && at.index() < extent, input);
            }
        }
        check(axis == input.rank(), input);
        return Operands.shape(this, dims.stream().mapToInt(Integer::intValue).toArray());
    }

    private void check(boolean fits, Shape input) {
        if (!fits) {
            throw new OperandException("slice.shape", brackets(), input);
        }
    }

    @Override
    public Nests nests(List<Shape> inputs) {
        Shape result = shape(inputs);
        IndexMap map = IndexMap.scalar(result.rank());
        int loop = 0;
        for (Pick pick : picks) {
            if (pick instanceof At at) {
                map = map.then(at.index());
            } else if (pick instanceof Every every) {
                map = map.then(every.start(), loop++, every.step());
            } else {
                loop++;
            }
        }
        Nest nest = Nest.sum(
                Nest.domainOf(result),
                1,
                IndexMap.identity(result.rank()),
                List.of(new Nest.Read(0, map)),
                Formula.input(0));
        return Nests.of(inputs, result, nest);
    }

    /** The picks in brackets, as Python writes them: {@code [0, 1:5:2]}. */
    public String brackets() {
        return Subscript.write(picks);
    }

    @Override
    public Expression written(List<Expression> operands, List<Shape> inputs) {
        return new Expression.Part(
                operands.get(0), brackets(inputs.get(0)), shape(inputs).isScalar());
    }

    /** The picks in brackets, a whole axis written as {@code :}. */
    public String brackets(Shape input) {
        return Subscript.write(picks, input);
    }
}
