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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Arrays of one shape side by side along a new axis, as NumPy's stack: {@code [a, b]} of two scalars is a vector.
 *
 * @param axis of the result, the new one; a negative one counts from the end
 */
public record Stack(int axis) implements Op {
    /** Along a new first axis: the arrays are its rows. */
    public Stack() {
        this(0);
    }

    @Override
    public String name() {
        return "stack";
    }

    @Override
    public Shape shape(List<Shape> inputs) {
        if (inputs.isEmpty()) {
            throw new OperandException("stack.none");
        }
        Shape first = inputs.get(0);
        for (Shape next : inputs) {
            if (!first.equals(next)) {
                throw new OperandException("stack.shapes", first, next);
            }
        }
        int along = along(first);
        int[] dims = new int[first.rank() + 1];
        for (int k = 0; k < dims.length; k++) {
            dims[k] = k == along ? inputs.size() : first.dim(k < along ? k : k - 1);
        }
        return Operands.shape(this, dims);
    }

    /** The new axis, counted from the front. */
    private int along(Shape part) {
        int counted = axis < 0 ? axis + part.rank() + 1 : axis;
        if (counted < 0 || counted > part.rank()) {
            throw new OperandException("stack.axis", axis, part);
        }
        return counted;
    }

    @Override
    public Nests nests(List<Shape> inputs) {
        int rank = inputs.get(0).rank();
        int along = along(inputs.get(0));
        List<Nest> nests = new ArrayList<>();
        for (int k = 0; k < inputs.size(); k++) {
            IndexMap target = IndexMap.scalar(rank);
            for (int place = 0; place <= rank; place++) {
                target = place == along ? target.then(k) : target.then(0, place < along ? place : place - 1, 1);
            }
            Nest.Read read = new Nest.Read(k, IndexMap.identity(rank));
            nests.add(Nest.sum(Nest.domainOf(inputs.get(0)), inputs.size(), target, List.of(read), Formula.input(0)));
        }
        return new Nests(inputs, List.of(shape(inputs)), nests);
    }

    @Override
    public Optional<Pullback> pullback(int input, List<Shape> inputs) {
        Shape row = inputs.get(input);
        List<Slice.Pick> picks = new ArrayList<>();
        for (int extent : row.dims()) {
            picks.add(new Slice.Every(0, 1, extent));
        }
        picks.add(along(row), new Slice.At(input));
        return Optional.of(new Pullback(new Slice(picks), List.of(Pullback.UPSTREAM)));
    }

    @Override
    public Expression written(List<Expression> operands, List<Shape> inputs) {
        return new Expression.Applied(name(), operands, false);
    }
}
