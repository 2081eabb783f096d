package chainstep.op;

import chainstep.graph.Expression;
import chainstep.graph.Formula;
import chainstep.graph.Nests;
import chainstep.graph.Op;
import chainstep.math.Rational;
import chainstep.math.Shape;
import java.util.List;
import java.util.stream.IntStream;

/** From the gradient g of a normalisation to that of its scale γ: Σ g ⊙ x̂ over all that γ was multiplied by. Operands g, x. */
record ScalePullback(Normalised.Group group, Rational epsilon) implements Op {
    @Override
    public String name() {
        return "norm_pullback_scale";
    }

    @Override
    public Shape shape(List<Shape> inputs) {
        Operands.same(this, inputs, 2);
        return group.parameters(inputs.get(0));
    }

    @Override
    public Nests nests(List<Shape> inputs) {
        Stages stages = new Stages(inputs);
        Normalised normalised = group.of(this, stages, inputs.get(1), epsilon, 1);
        Stages.Rows rows = normalised.rows();
        Normalised.Parts parts = normalised.parts();
        Formula standard = Formula.divide(Formula.input(1), Formula.input(2));
        stages.fold(
                shape(inputs),
                normalised.parameter(),
                rows,
                Formula.multiply(Formula.input(0), standard),
                rows.whole(0),
                rows.whole(parts.centred()),
                rows.spread(parts.deviation()));
        return stages.nests();
    }

    @Override
    public Expression written(List<Expression> operands, List<Shape> inputs) {
        int rank = inputs.get(0).rank();
        int kept = group == Normalised.Group.COLUMN ? 1 : rank - 1;
        List<Integer> axes =
                IntStream.range(0, rank).filter(axis -> axis != kept).boxed().toList();
        Expression product = new Expression.Product(List.of(operands.get(0), Normalised.named(operands.get(1))));
        return axes.isEmpty() ? product : new Expression.Summed(product, axes);
    }
}
