package chainstep.op;

import chainstep.graph.Expression;
import chainstep.graph.Formula;
import chainstep.graph.IndexMap;
import chainstep.graph.Nest;
import chainstep.graph.Nests;
import chainstep.graph.Op;
import chainstep.graph.Pullback;
import chainstep.math.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** xᵀ, the axes in reverse order: NumPy's {@code .T}. A vector stays as it is. */
public record Transpose() implements Op {
    @Override
    public String name() {
        return "transpose";
    }

    @Override
    public Shape shape(List<Shape> inputs) {
        Operands.count(this, inputs, 1);
        Shape input = inputs.get(0);
        int[] dims = new int[input.rank()];
        Arrays.setAll(dims, axis -> input.dim(input.rank() - 1 - axis));
        return Shape.of(dims);
    }

    @Override
    public Nests nests(List<Shape> inputs) {
        Shape result = shape(inputs);
        int rank = result.rank();
        int[] reversed = new int[rank];
        Arrays.setAll(reversed, axis -> rank - 1 - axis);
        Nest.Read read = new Nest.Read(0, IndexMap.pick(rank, reversed));
        Nest nest = Nest.sum(Nest.domainOf(result), 1, IndexMap.identity(rank), List.of(read), Formula.input(0));
        return Nests.of(inputs, result, nest);
    }

    @Override
    public Optional<Pullback> pullback(int input, List<Shape> inputs) {
        return Optional.of(new Pullback(this, List.of(Pullback.UPSTREAM)));
    }

    @Override
    public Expression written(List<Expression> operands, List<Shape> inputs) {
        Expression x = operands.get(0);
        return inputs.get(0).rank() < 2 ? x : new Expression.Transposed(x);
    }
}
