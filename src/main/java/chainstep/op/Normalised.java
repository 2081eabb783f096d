package chainstep.op;

import chainstep.graph.Expression;
import chainstep.graph.Formula;
import chainstep.graph.IndexMap;
import chainstep.graph.Nest;
import chainstep.graph.Op;
import chainstep.graph.OperandException;
import chainstep.math.Fn;
import chainstep.math.Rational;
import chainstep.math.Shape;
import java.util.List;

/**
 * What batch and layer normalisation share: x̂ = (x − μ)/√(σ² + ε) within each group of numbers, then γ ⊙ x̂ + β.
 *
 * <p>It writes nests into {@link Stages} whose input {@code array} is x.
 */
record Normalised(Stages stages, Stages.Rows rows, IndexMap parameter, Rational epsilon, int array) {
    /** Which numbers form a group. */
    enum Group {
        /** A column of a batch N×D, or a channel of N×C×H×W. */
        COLUMN,
        /** A row along the last axis. */
        ROW;

        /** The shape of γ and β. */
        Shape parameters(Shape x) {
            if (this == COLUMN && x.rank() != 2 && x.rank() != 4) {
                throw new OperandException("batch_norm.rank", x);
            } else if (x.isScalar()) {
                throw new OperandException("layer_norm.rank", x);
            }
            return Shape.of(x.dim(this == COLUMN ? 1 : -1));
        }

        Normalised of(Op op, Stages stages, Shape x, Rational epsilon, int array) {
            if (this == ROW) {
                IndexMap last = IndexMap.pick(x.rank(), x.rank() - 1);
                return new Normalised(stages, stages.rows(op, x, -1), last, epsilon, array);
            }
            Stages.Rows rows = x.rank() == 2 ? stages.rows(op, x, 0) : stages.rows(op, x, 0, 2, 3);
            return new Normalised(stages, rows, IndexMap.pick(x.rank(), 1), epsilon, array);
        }
    }

    /** Centred numbers x − μ, and the deviation √(σ² + ε) of each group. */
    record Parts(int centred, int deviation) {}

    Parts parts() {
        int mean = mean(Formula.input(0), rows.whole(array));
        Formula less = Formula.subtract(Formula.input(0), Formula.input(1));
        int centred = stages.each(rows, less, rows.whole(array), rows.spread(mean));
        int variance = mean(Formula.power(Formula.input(0), Formula.constant(2)), rows.whole(centred));
        Formula root = Formula.apply(Fn.SQRT, Formula.add(Formula.input(0), Formula.constant(epsilon)));
        return new Parts(
                centred, stages.eachGroup(rows, root, new Nest.Read(variance, IndexMap.identity(groupRank()))));
    }

    private int groupRank() {
        return rows.groups().rank();
    }

    /** The mean over each group. */
    int mean(Formula body, Nest.Read... reads) {
        Formula count = Formula.constant(rows.shape().size() / rows.groups().size());
        return stages.sum(rows, Formula.divide(body, count), reads);
    }

    /** x̂. */
    int standard(Parts parts) {
        Formula quotient = Formula.divide(Formula.input(0), Formula.input(1));
        return stages.each(rows, quotient, rows.whole(parts.centred()), rows.spread(parts.deviation()));
    }

    /** Reads γ or β, in array {@code number}. */
    Nest.Read parameter(int number) {
        return new Nest.Read(number, parameter);
    }

    /** √(σ² + ε) as people write it. */
    static Expression deviation(Expression x, Rational epsilon) {
        Expression variance = new Expression.Applied("var", List.of(x), false);
        Expression sum = new Expression.Sum(List.of(variance, new Expression.Number(epsilon)));
        return Expression.Applied.of("sqrt", epsilon.signum() == 0 ? variance : sum);
    }

    /** x̂ by name, where the formula itself would hide the rest. */
    static Expression named(Expression x) {
        return new Expression.Applied("standardized", List.of(x), false);
    }

    /** x̂ as people write it. */
    static Expression standard(Expression x, Rational epsilon) {
        return new Expression.Quotient(Written.difference(x, mean(x)), deviation(x, epsilon));
    }

    static Expression mean(Expression of) {
        return new Expression.Applied("mean", List.of(of), false);
    }
}
