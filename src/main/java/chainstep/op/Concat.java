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

/** Arrays of equal extents, but for one axis, put one behind the other along it; each gets its part of the gradient. */
public record Concat(int axis) implements Op {
    @Override
    public String name() {
        return "concat";
    }

    @Override
    public Shape shape(List<Shape> inputs) {
        if (inputs.isEmpty()) {
            throw new OperandException("concat.none");
        }
        Shape first = inputs.get(0);
        int along = Operands.axis(this, first, axis);
        int[] dims = first.dims();
        long extent = 0;
        for (Shape next : inputs) {
            if (!isAlike(first, next, along)) {
                throw new OperandException("concat.shapes", first, next, along);
            }
            extent += next.dim(along);
        }
        dims[along] = (int) Math.min(extent, Integer.MAX_VALUE);
        return Operands.shape(this, dims);
    }

    private static boolean isAlike(Shape first, Shape next, int along) {
        if (first.rank() != next.rank()) {
            return false;
        }
        for (int k = 0; k < first.rank(); k++) {
            if (k != along && first.dim(k) != next.dim(k)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Nests nests(List<Shape> inputs) {
        Shape result = shape(inputs);
        int along = Operands.axis(this, result, axis);
        List<Nest> nests = new ArrayList<>();
        int from = 0;
        for (int k = 0; k < inputs.size(); k++) {
            Shape input = inputs.get(k);
            IndexMap target = IndexMap.scalar(input.rank());
            for (int loop = 0; loop < input.rank(); loop++) {
                target = target.then(loop == along ? from : 0, loop, 1);
            }
            Nest.Read read = new Nest.Read(k, IndexMap.identity(input.rank()));
            nests.add(Nest.sum(Nest.domainOf(input), inputs.size(), target, List.of(read), Formula.input(0)));
            from += input.dim(along);
        }
        return new Nests(inputs, List.of(result), nests);
    }

    @Override
    public Optional<Pullback> pullback(int input, List<Shape> inputs) {
        int along = Operands.axis(this, inputs.get(0), axis);
        int from = inputs.subList(0, input).stream()
                .mapToInt(shape -> shape.dim(along))
                .sum();
        List<Slice.Pick> picks = new ArrayList<>();
        Shape shape = inputs.get(input);
        for (int k = 0; k < shape.rank(); k++) {
            picks.add(new Slice.Every(k == along ? from : 0, 1, shape.dim(k)));
        }
        return Optional.of(new Pullback(new Slice(picks), List.of(Pullback.UPSTREAM)));
    }

    @Override
    public Expression written(List<Expression> operands, List<Shape> inputs) {
        return new Expression.Applied(name(), operands, false);
    }
}
