package chainstep.op;

import chainstep.graph.Expression;
import chainstep.graph.Formula;
import chainstep.graph.Formula.Comparison;
import chainstep.graph.IndexMap;
import chainstep.graph.Nest;
import chainstep.graph.Nests;
import chainstep.graph.Op;
import chainstep.graph.OperandException;
import chainstep.math.Shape;
import java.util.List;

/**
 * From the gradient g of a maximum (or minimum) along axes to that of x: g where x won, 0 elsewhere; the first of equals won.
 * Operands g and x.
 */
record ExtremumPullback(Axes axes, boolean least) implements Op {
    @Override
    public String name() {
        return least ? "min_pullback" : "max_pullback";
    }

    @Override
    public Shape shape(List<Shape> inputs) {
        Operands.count(this, inputs, 2);
        Shape reduced = axes.reduced(this, inputs.get(1));
        if (!inputs.get(0).equals(reduced)) {
            throw new OperandException("operands.same", name(), inputs.get(0), reduced);
        }
        return inputs.get(1);
    }

    @Override
    public Nests nests(List<Shape> inputs) {
        Shape x = inputs.get(1);
        Shape reduced = inputs.get(0);
        IndexMap same = IndexMap.identity(x.rank());
        IndexMap target = axes.target(this, x);
        Formula candidate = least ? Formula.negate(Formula.input(0)) : Formula.input(0);
        Nest greatest = Nest.max(Nest.domainOf(x), 3, target, List.of(new Nest.Read(1, same)), candidate, 2);
        Formula won = Formula.compare(Comparison.EQUAL, Formula.input(1), new Formula.Position(greatest.linear()));
        Nest back = Nest.sum(
                Nest.domainOf(x),
                4,
                same,
                List.of(new Nest.Read(0, target), new Nest.Read(2, target)),
                Formula.select(won, Formula.input(0), Formula.ZERO));
        return new Nests(inputs, List.of(reduced, reduced, x), List.of(greatest, back));
    }

    @Override
    public Expression written(List<Expression> operands, List<Shape> inputs) {
        Expression x = operands.get(1);
        String over = axes.written(this, inputs.get(1));
        Expression first = new Expression.Applied((least ? "argmin" : "argmax") + over, List.of(x), over.isEmpty());
        Expression won = new Expression.Applied("one_hot", List.of(first), false);
        return new Expression.Product(List.of(operands.get(0), won));
    }
}
