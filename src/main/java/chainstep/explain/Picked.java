package chainstep.explain;

import chainstep.graph.Adjoint;
import chainstep.graph.Expression;
import chainstep.graph.Formula;
import chainstep.graph.IndexMap;
import chainstep.graph.Nest;
import chainstep.graph.Node;
import chainstep.graph.Program;
import chainstep.graph.Role;
import chainstep.math.Shape;
import chainstep.op.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A derivative that only moves numbers: it takes a part of a gradient, or puts a gradient at a part of a value.
 *
 * <p>The gradient of x₁ is put at x₁ of the gradient of x; of that again the derivative takes the element 1.
 */
final class Picked {
    private Picked() {}

    /** The rule, where each number of the result is one number of an operand, or 0. */
    static Optional<Expression> of(Program program, Node node, Adjoint adjoint, List<Expression> operands) {
        List<Nest> nests = adjoint.made().list();
        if (nests.size() != 1
                || !nests.get(0).body().equals(Formula.input(0))
                || nests.get(0).reads().size() != 1) {
            return Optional.empty();
        }
        Nest nest = nests.get(0);
        Nest.Read read = nest.reads().get(0);
        Shape from = adjoint.made().shapeOf(read.array());
        Optional<Slice> taken = slice(read.map(), nest.domain());
        if (taken.isPresent() && isWhole(nest.target(), nest.domain(), node.shape())) {
            return taken.map(slice -> slice.written(List.of(operands.get(read.array())), List.of(from)));
        }
        Optional<Slice> put = slice(nest.target(), nest.domain());
        return put.isPresent() && isWhole(read.map(), nest.domain(), from) && node.role() instanceof Role.Term term
                ? Optional.of(placed(program, term, put.get(), operands.get(read.array())))
                : Optional.empty();
    }

    private static Expression placed(Program program, Role.Term term, Slice put, Expression upstream) {
        Shape shape = program.node(term.wrt()).shape();
        Expression where = put.written(List.of(new Expression.Symbol(term.wrt(), shape)), List.of(shape));
        return new Expression.Applied(Rules.PLACED, List.of(upstream, where), false);
    }

    /** Whether the loops go through all of an array in order. */
    private static boolean isWhole(IndexMap map, List<Integer> domain, Shape shape) {
        return map.equals(IndexMap.identity(domain.size()))
                && Nest.domainOf(shape).equals(domain);
    }

    /** The part of an array that loops go through in order, each loop along one axis. */
    private static Optional<Slice> slice(IndexMap map, List<Integer> domain) {
        List<Slice.Pick> picks = new ArrayList<>();
        int next = 0;
        for (int axis = 0; axis < map.rank(); axis++) {
            int loop = -1;
            for (int each = 0; each < map.domainRank(); each++) {
                if (map.coefficient(axis, each) != 0) {
                    if (loop >= 0 || each != next) {
                        return Optional.empty();
                    }
                    loop = each;
                }
            }
            next += loop >= 0 ? 1 : 0;
            picks.add(
                    loop < 0
                            ? new Slice.At(map.offset(axis))
                            : new Slice.Every(map.offset(axis), map.coefficient(axis, loop), domain.get(loop)));
        }
        return next == domain.size() ? Optional.of(new Slice(picks)) : Optional.empty();
    }
}
