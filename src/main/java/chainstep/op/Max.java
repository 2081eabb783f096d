package chainstep.op;

import chainstep.graph.Expression;
import chainstep.graph.Formula;
import chainstep.graph.IndexMap;
import chainstep.graph.Nest;
import chainstep.graph.Nests;
import chainstep.graph.Op;
import chainstep.graph.Pullback;
import chainstep.math.Shape;
import java.util.List;
import java.util.Optional;

/** The greatest of all elements, or along {@code axes}; the gradient goes to the winner, the first of equals. */
public record Max(Axes axes) implements Op {
    /** The greatest of all elements. */
    public static final Max ALL = new Max(Axes.ALL);

    @Override
    public String name() {
        return "max";
    }

    @Override
    public Shape shape(List<Shape> inputs) {
        Operands.count(this, inputs, 1);
        return axes.reduced(this, inputs.get(0));
    }

    @Override
    public Nests nests(List<Shape> inputs) {
        Shape result = shape(inputs);
        Nest nest = over(this, axes, inputs.get(0), Formula.input(0), 2, 1);
        return new Nests(inputs, List.of(result, result), List.of(nest));
    }

    /** The nest that takes maxima of {@code body}, a formula of array 0, along axes. */
    static Nest over(Op op, Axes axes, Shape input, Formula body, int out, int winner) {
        return Nest.max(
                Nest.domainOf(input),
                out,
                axes.target(op, input),
                List.of(new Nest.Read(0, IndexMap.identity(input.rank()))),
                body,
                winner);
    }

    @Override
    public Expression written(List<Expression> operands, List<Shape> inputs) {
        return new Expression.Applied(name(), operands, shape(inputs).isScalar());
    }

    @Override
    public Optional<Pullback> pullback(int input, List<Shape> inputs) {
        return Optional.of(
                new Pullback(new ExtremumPullback(axes, false), List.of(Pullback.UPSTREAM, Pullback.input(0))));
    }
}
