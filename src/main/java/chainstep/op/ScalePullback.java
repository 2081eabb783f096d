package chainstep.op;

import chainstep.graph.Expression;
import chainstep.graph.Formula;
import chainstep.graph.Nests;
import chainstep.graph.Op;
import chainstep.graph.Pullback;
import chainstep.math.Rational;
import chainstep.math.Shape;
import java.util.List;
import java.util.Optional;

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

    /** By x it is what a normalisation with the gradient coming in for γ does. */
    @Override
    public Optional<Pullback> pullback(int input, List<Shape> inputs) {
        return input == 1
                ? Optional.of(new Pullback(
                        new NormalisationPullback(group, epsilon),
                        List.of(Pullback.input(0), Pullback.input(1), Pullback.UPSTREAM)))
                : Optional.empty();
    }

    @Override
    public Nests nests(List<Shape> inputs) {
        Stages stages = new Stages(inputs);
        Normalised normalised = group.of(this, stages, inputs.get(1), epsilon, 1);
        Stages.Rows rows = normalised.rows();
        Normalised.Parts parts = normalised.parts();
        int standard = normalised.standard(parts);
        stages.fold(
                shape(inputs),
                normalised.parameter(),
                rows,
                Formula.multiply(Formula.input(0), Formula.input(1)),
                rows.whole(0),
                rows.whole(standard));
        return stages.nests();
    }

    @Override
    public Expression written(List<Expression> operands, List<Shape> inputs) {
        return Normalised.written(this, operands, inputs);
    }
}
