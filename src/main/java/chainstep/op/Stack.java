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

/** Arrays of one shape as the rows of a new first axis: {@code [a, b]} of two scalars is a vector. */
public record Stack() implements Op {
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
        int[] dims = new int[first.rank() + 1];
        dims[0] = inputs.size();
        System.arraycopy(first.dims(), 0, dims, 1, first.rank());
        return Operands.shape(this, dims);
    }

    @Override
    public Nests nests(List<Shape> inputs) {
        int rank = inputs.get(0).rank();
        List<Nest> nests = new ArrayList<>();
        for (int k = 0; k < inputs.size(); k++) {
            IndexMap target = IndexMap.scalar(rank).then(k);
            for (int loop = 0; loop < rank; loop++) {
                target = target.then(0, loop, 1);
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
        picks.add(new Slice.At(input));
        for (int axis = 0; axis < row.rank(); axis++) {
            picks.add(new Slice.Every(0, 1, row.dim(axis)));
        }
        return Optional.of(new Pullback(new Slice(picks), List.of(Pullback.UPSTREAM)));
    }

    @Override
    public Expression written(List<Expression> operands, List<Shape> inputs) {
        return new Expression.Applied(name(), operands, false);
    }
}
