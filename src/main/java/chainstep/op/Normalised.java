package chainstep.op;

import chainstep.graph.Expression;
import chainstep.graph.Formula;
import chainstep.graph.IndexMap;
import chainstep.graph.Nest;
import chainstep.graph.Op;
import chainstep.graph.OperandException;
import chainstep.graph.Writing;
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
        int mean = stages.called("μ", mean(Formula.input(0), rows.whole(array)));
        Formula less = Formula.subtract(Formula.input(0), Formula.input(1));
        int centred = stages.each(rows, less, rows.whole(array), rows.spread(mean));
        Formula square = Formula.power(Formula.input(0), Formula.constant(2));
        int variance = stages.called("σ²", mean(square, rows.whole(centred)));
        stages.constant("ε", epsilon);
        Formula root = Formula.apply(Fn.SQRT, Formula.add(Formula.input(0), Formula.constant(epsilon)));
        return new Parts(
                centred, stages.eachGroup(rows, root, new Nest.Read(variance, IndexMap.identity(groupRank()))));
    }

    private int groupRank() {
        return rows.groups().rank();
    }

    /** The mean over each group. */
    int mean(Formula body, Nest.Read... reads) {
        return stages.sum(rows, Formula.divide(body, count()), reads);
    }

    /** How many numbers a group has. */
    Formula count() {
        return Formula.constant(rows.shape().size() / rows.groups().size());
    }

    /** x̂. */
    int standard(Parts parts) {
        Formula quotient = Formula.divide(Formula.input(0), Formula.input(1));
        return stages.called(
                "x̂", stages.each(rows, quotient, rows.whole(parts.centred()), rows.spread(parts.deviation())));
    }

    /** Reads γ or β, in array {@code number}. */
    Nest.Read parameter(int number) {
        return new Nest.Read(number, parameter);
    }

    /** What is written in stages: μ, σ² and x̂ by their letters. */
    static Expression written(Op op, List<Expression> operands, List<Shape> inputs) {
        return Writing.inStages(op.nests(inputs), operands);
    }
}
