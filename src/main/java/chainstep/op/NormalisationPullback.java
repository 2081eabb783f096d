package chainstep.op;

import chainstep.graph.Expression;
import chainstep.graph.Formula;
import chainstep.graph.Nest;
import chainstep.graph.Nests;
import chainstep.graph.Op;
import chainstep.graph.Pullback;
import chainstep.math.Rational;
import chainstep.math.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * From the gradient g of a normalisation to that of x: with h = γ ⊙ g it is (N·h − Σh − x̂ ⊙ Σ(h ⊙ x̂)) / (N·√(σ² + ε)), the
 * sums over each group of N numbers. Operands g, x and γ. Source: Ioffe and Szegedy, 2015, section 3.
 *
 * <p>As a matrix it is P·diag(γ) with a symmetric P, so that its transpose has γ in front.
 *
 * @param inFront whether γ multiplies the whole, not g; always so where it is the same for a whole group
 */
record NormalisationPullback(Normalised.Group group, Rational epsilon, boolean inFront) implements Op {
    NormalisationPullback {
        inFront |= group == Normalised.Group.COLUMN;
    }

    NormalisationPullback(Normalised.Group group, Rational epsilon) {
        this(group, epsilon, false);
    }

    @Override
    public String name() {
        return "norm_pullback_x";
    }

    @Override
    public Optional<Pullback> pullback(int input, List<Shape> inputs) {
        List<Pullback.Operand> read =
                List.of(Pullback.UPSTREAM, Pullback.input(0), Pullback.input(1), Pullback.input(2), Pullback.RESULT);
        boolean hasClosed = group == Normalised.Group.COLUMN || !inFront;
        if (input == 0) {
            NormalisationPullback transpose = new NormalisationPullback(group, epsilon, !inFront);
            return Optional.of(new Pullback(transpose, List.of(read.get(0), read.get(2), read.get(3))));
        }
        return input == 1 && hasClosed
                ? Optional.of(new Pullback(new NormalisationCurvature(group, epsilon), read))
                : Optional.empty();
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
        int h = inFront ? 0 : stages.each(rows, product, normalised.parameter(2), rows.whole(0));
        int sum = stages.sum(rows, Formula.input(0), rows.whole(h));
        int along = stages.sum(rows, product, rows.whole(h), rows.whole(standard));
        List<Nest.Read> reads = new ArrayList<>(List.of(
                rows.whole(h),
                rows.spread(sum),
                rows.whole(standard),
                rows.spread(along),
                rows.spread(parts.deviation())));
        if (inFront) {
            reads.add(normalised.parameter(2));
        }
        stages.each(rows, body(normalised.count(), inFront), reads.toArray(Nest.Read[]::new));
        return stages.nests();
    }

    /** (N·h − Σh − x̂·Σ(h·x̂)) / (N·√(σ² + ε)), times γ in front. */
    private static Formula body(Formula count, boolean inFront) {
        Formula shared = Formula.multiply(Formula.input(2), Formula.input(3));
        Formula each = Formula.subtract(Formula.multiply(count, Formula.input(0)), Formula.input(1));
        Formula left = Formula.subtract(each, shared);
        Formula below = Formula.multiply(count, Formula.input(4));
        return inFront ? Formula.multiply(Formula.divide(Formula.input(5), below), left) : Formula.divide(left, below);
    }

    @Override
    public Expression written(List<Expression> operands, List<Shape> inputs) {
        return Normalised.written(this, operands, inputs);
    }
}
