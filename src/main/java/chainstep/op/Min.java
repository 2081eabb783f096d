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

/** The least of all elements, or along {@code axes}: −max(−x); the gradient goes to the first of equals. */
public record Min(Axes axes) implements Op {
    /** The least of all elements. */
    public static final Min ALL = new Min(Axes.ALL);

    @Override
    public String name() {
        return "min";
    }

    @Override
    public Shape shape(List<Shape> inputs) {
        Operands.count(this, inputs, 1);
        return axes.reduced(this, inputs.get(0));
    }

    @Override
    public Nests nests(List<Shape> inputs) {
        Shape result = shape(inputs);
        Formula negated = Formula.negate(Formula.input(0));
        Nest greatest = Max.over(this, axes, inputs.get(0), negated, 2, 1);
        IndexMap same = IndexMap.identity(result.rank());
        Nest back = Nest.sum(Nest.domainOf(result), 3, same, List.of(new Nest.Read(2, same)), negated);
        return new Nests(inputs, List.of(result, result, result), List.of(greatest, back));
    }

    @Override
    public Optional<Pullback> pullback(int input, List<Shape> inputs) {
        return Optional.of(
                new Pullback(new ExtremumPullback(axes, true), List.of(Pullback.UPSTREAM, Pullback.input(0))));
    }

    @Override
    public Expression written(List<Expression> operands, List<Shape> inputs) {
        return new Expression.Applied(name(), operands, shape(inputs).isScalar());
    }
}
