package chainstep.op;

import chainstep.graph.Expression;
import chainstep.graph.Formula;
import chainstep.graph.IndexMap;
import chainstep.graph.Nest;
import chainstep.graph.Pullback;
import chainstep.math.Shape;
import java.util.List;
import java.util.Optional;

/** The greatest or the least of elements; the gradient goes to the winner, the first of equals. */
interface Extremum extends Reducing {
    /** Whether the least is taken: the greatest of −x, negated. */
    boolean least();

    /** The loops that find the greatest of x, or of −x: into array 2, the winners into array 1. */
    default Nest greatest(Shape input) {
        Formula x = Formula.input(0);
        return Nest.max(
                Nest.domainOf(input),
                2,
                axes().target(this, input),
                List.of(new Nest.Read(0, IndexMap.identity(input.rank()))),
                least() ? Formula.negate(x) : x,
                1);
    }

    @Override
    default Optional<Pullback> pullback(int input, List<Shape> inputs) {
        return Optional.of(
                new Pullback(new ExtremumPullback(axes(), least()), List.of(Pullback.UPSTREAM, Pullback.input(0))));
    }

    @Override
    default Expression written(List<Expression> operands, List<Shape> inputs) {
        String over = axes().written(this, inputs.get(0));
        return new Expression.Applied(name() + over, operands, shape(inputs).isScalar());
    }
}
