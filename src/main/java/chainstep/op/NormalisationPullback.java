package chainstep.op;

import chainstep.graph.Expression;
import chainstep.graph.Formula;
import chainstep.graph.Nests;
import chainstep.graph.Op;
import chainstep.math.Rational;
import chainstep.math.Shape;
import java.util.List;

/**
 * From the gradient g of a normalisation to that of x: with h = γ ⊙ g it is (h − mean h − x̂ ⊙ mean(h ⊙ x̂))/√(σ² + ε), the
 * means over each group. Operands g, x and γ.
 */
record NormalisationPullback(Normalised.Group group, Rational epsilon) implements Op {
    @Override
    public String name() {
        return "norm_pullback_x";
    }

    @Override
    public Shape shape(List<Shape> inputs) {
        Operands.count(this, inputs, 3);
        Operands.same(this, inputs.subList(0, 2), 2);
        Operands.parameter(this, inputs.get(0), inputs.get(2), group.parameters(inputs.get(0)));
        return inputs.get(0);
    }

    @Override
    public Nests nests(List<Shape> inputs) {
        Stages stages = new Stages(inputs);
        Normalised normalised = group.of(this, stages, inputs.get(1), epsilon, 1);
        Stages.Rows rows = normalised.rows();
        Normalised.Parts parts = normalised.parts();
        int standard = normalised.standard(parts);
        Formula product = Formula.multiply(Formula.input(0), Formula.input(1));
        int scaled = stages.each(rows, product, normalised.parameter(2), rows.whole(0));
        int mean = normalised.mean(Formula.input(0), rows.whole(scaled));
        int along = normalised.mean(product, rows.whole(scaled), rows.whole(standard));
        Formula shared = Formula.multiply(Formula.input(2), Formula.input(3));
        Formula left = Formula.subtract(Formula.subtract(Formula.input(0), Formula.input(1)), shared);
        stages.each(
                rows,
                Formula.divide(left, Formula.input(4)),
                rows.whole(scaled),
                rows.spread(mean),
                rows.whole(standard),
                rows.spread(along),
                rows.spread(parts.deviation()));
        return stages.nests();
    }

    /** γ stands in front where it is the same for a whole group. */
    @Override
    public Expression written(List<Expression> operands, List<Shape> inputs) {
        Expression g = operands.get(0);
        Expression x = operands.get(1);
        Expression gamma = operands.get(2);
        boolean inFront = group == Normalised.Group.COLUMN;
        Expression h = inFront ? g : new Expression.Product(List.of(gamma, g));
        Expression standard = Normalised.named(x);
        Expression along = Normalised.mean(new Expression.Product(List.of(h, standard)));
        Expression shared = new Expression.Product(List.of(standard, along));
        Expression left = new Expression.Sum(
                List.of(h, new Expression.Negative(Normalised.mean(h)), new Expression.Negative(shared)));
        Expression deviation = Normalised.deviation(x, epsilon);
        return inFront
                ? new Expression.Product(List.of(new Expression.Quotient(gamma, deviation), left))
                : new Expression.Quotient(left, deviation);
    }
}
