package chainstep.op;

import chainstep.graph.Expression;
import chainstep.graph.Formula;
import chainstep.graph.Formula.Comparison;
import chainstep.graph.IndexMap;
import chainstep.graph.Nest;
import chainstep.graph.Nests;
import chainstep.graph.Op;
import chainstep.graph.Pullback;
import chainstep.math.Fn;
import chainstep.math.Shape;
import java.util.List;
import java.util.Optional;

/**
 * The Euclidean norm ‖x‖ = √Σx² of all elements; its gradient is x/‖x‖, taken as 0 where x = 0. As in NumPy,
 * the squares overflow: beyond 1e154 the norm is ∞ and its gradient 0, and below 1e-162 both are 0.
 */
public record Norm() implements Op {
    @Override
    public String name() {
        return "norm";
    }

    @Override
    public Shape shape(List<Shape> inputs) {
        Operands.count(this, inputs, 1);
        return Shape.SCALAR;
    }

    @Override
    public Nests nests(List<Shape> inputs) {
        Shape input = inputs.get(0);
        Nest.Read x = new Nest.Read(0, IndexMap.identity(input.rank()));
        Nest squares = Nest.sum(
                Nest.domainOf(input),
                1,
                IndexMap.scalar(input.rank()),
                List.of(x),
                Formula.power(Formula.input(0), Formula.constant(2)));
        Nest.Read sum = new Nest.Read(1, IndexMap.scalar(0));
        Nest root = Nest.sum(List.of(), 2, IndexMap.scalar(0), List.of(sum), root(Formula.input(0)));
        return new Nests(inputs, List.of(Shape.SCALAR, Shape.SCALAR), List.of(squares, root));
    }

    /** √s, whose derivative at 0 is 0. */
    private static Formula root(Formula s) {
        Formula isZero = Formula.compare(Comparison.EQUAL, s, Formula.ZERO);
        return Formula.select(isZero, Formula.ZERO, Formula.apply(Fn.SQRT, s));
    }

    @Override
    public Optional<Pullback> pullback(int input, List<Shape> inputs) {
        return Optional.of(
                new Pullback(new NormPullback(), List.of(Pullback.UPSTREAM, Pullback.input(0), Pullback.RESULT)));
    }

    @Override
    public Expression written(List<Expression> operands, List<Shape> inputs) {
        return new Expression.Applied(name(), operands, true);
    }
}
