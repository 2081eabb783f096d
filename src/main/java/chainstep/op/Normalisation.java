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

/**
 * A normalisation γ ⊙ x̂ + β, x̂ = (x − μ)/√(σ² + ε), of the operands x, γ and β; σ² is the mean square of x − μ.
 *
 * <p>Its pullbacks are {@link NormalisationPullback} for x and {@link ScalePullback} for γ.
 */
interface Normalisation extends Op {
    Rational epsilon();

    Normalised.Group group();

    @Override
    default Shape shape(List<Shape> inputs) {
        Operands.count(this, inputs, 3);
        Shape x = inputs.get(0);
        Operands.parameters(this, inputs, group().parameters(x));
        return x;
    }

    @Override
    default Nests nests(List<Shape> inputs) {
        Stages stages = new Stages(inputs);
        Normalised normalised = group().of(this, stages, inputs.get(0), epsilon(), 0);
        Stages.Rows rows = normalised.rows();
        Normalised.Parts parts = normalised.parts();
        Formula standard = Formula.divide(Formula.input(0), Formula.input(1));
        stages.each(
                rows,
                Formula.add(Formula.multiply(Formula.input(2), standard), Formula.input(3)),
                rows.whole(parts.centred()),
                rows.spread(parts.deviation()),
                normalised.parameter(1),
                normalised.parameter(2));
        return stages.nests();
    }

    @Override
    default Optional<Pullback> pullback(int input, List<Shape> inputs) {
        return switch (input) {
            case 0 ->
                Optional.of(new Pullback(
                        new NormalisationPullback(group(), epsilon()),
                        List.of(Pullback.UPSTREAM, Pullback.input(0), Pullback.input(1))));
            case 1 ->
                Optional.of(new Pullback(
                        new ScalePullback(group(), epsilon()), List.of(Pullback.UPSTREAM, Pullback.input(0))));
            default -> Optional.empty();
        };
    }

    @Override
    default Expression written(List<Expression> operands, List<Shape> inputs) {
        return Normalised.written(this, operands, inputs);
    }
}
