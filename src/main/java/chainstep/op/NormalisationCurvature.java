package chainstep.op;

import chainstep.graph.Expression;
import chainstep.graph.Formula;
import chainstep.graph.Nests;
import chainstep.graph.Op;
import chainstep.math.Rational;
import chainstep.math.Shape;
import java.util.List;

/**
 * From the gradient u of y, the gradient of a normalisation by x, to that of x:
 * −(x̂ ⊙ Σ(u ⊙ y) + y ⊙ Σ(u ⊙ x̂) + z ⊙ Σ(γ ⊙ g ⊙ x̂)) / (N·√(σ² + ε)), where z = (N·u − Σu − x̂ ⊙ Σ(u ⊙ x̂)) / (N·√(σ² + ε)).
 *
 * <p>Operands u, g, x, γ and y, the result of {@link NormalisationPullback}. It is that operation's derivative: with
 * s = √(σ² + ε), ∂s/∂x = x̂/N, and a sum of h ⊙ ∂x̂/∂x is what the operation makes of h.
 */
record NormalisationCurvature(Normalised.Group group, Rational epsilon) implements Op {
    @Override
    public String name() {
        return "norm_curvature";
    }

    @Override
    public Shape shape(List<Shape> inputs) {
        Operands.count(this, inputs, 5);
        Shape x = inputs.get(2);
        Operands.same(this, List.of(inputs.get(0), inputs.get(1), x, inputs.get(4)), 4);
        Operands.parameter(this, x, inputs.get(3), group.parameters(x));
        return x;
    }

    @Override
    public Nests nests(List<Shape> inputs) {
        Stages stages = new Stages(inputs);
        Normalised normalised = group.of(this, stages, inputs.get(2), epsilon, 2);
        Stages.Rows rows = normalised.rows();
        Normalised.Parts parts = normalised.parts();
        int standard = normalised.standard(parts);
        Formula product = Formula.multiply(Formula.input(0), Formula.input(1));
        int sum = stages.sum(rows, Formula.input(0), rows.whole(0));
        int along = stages.sum(rows, product, rows.whole(0), rows.whole(standard));
        int all = stages.sum(rows, product, rows.whole(0), rows.whole(4));
        int before = stages.sum(
                rows,
                Formula.multiply(Formula.input(2), product),
                rows.whole(1),
                rows.whole(standard),
                normalised.parameter(3));
        stages.each(
                rows,
                body(normalised.count()),
                rows.whole(0),
                rows.spread(sum),
                rows.whole(standard),
                rows.spread(along),
                rows.spread(parts.deviation()),
                rows.whole(4),
                rows.spread(all),
                rows.spread(before));
        return stages.nests();
    }

    private static Formula body(Formula count) {
        Formula standard = Formula.input(2);
        Formula along = Formula.input(3);
        Formula below = Formula.multiply(count, Formula.input(4));
        Formula each = Formula.subtract(Formula.multiply(count, Formula.input(0)), Formula.input(1));
        Formula other = Formula.divide(Formula.subtract(each, Formula.multiply(standard, along)), below);
        Formula first = Formula.multiply(standard, Formula.input(6));
        Formula second = Formula.multiply(Formula.input(5), along);
        Formula third = Formula.multiply(other, Formula.input(7));
        return Formula.negate(Formula.divide(Formula.add(Formula.add(first, second), third), below));
    }

    @Override
    public Expression written(List<Expression> operands, List<Shape> inputs) {
        return Normalised.written(this, operands, inputs);
    }
}
