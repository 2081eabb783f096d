package chainstep.op;

import chainstep.graph.Expression;
import chainstep.graph.IndexMap;
import chainstep.graph.Nests;
import chainstep.graph.Op;
import chainstep.graph.OperandException;
import chainstep.math.Rational;
import chainstep.math.Shape;
import java.util.List;

/**
 * Normalises each column of a batch N×D (each channel of N×C×H×W) to mean 0 and variance 1, then γ·x̂ + β.
 *
 * <p>x̂ = (x − μ)/√(σ² + ε), σ² the variance over the batch with 1/N. Operands x, γ and β; γ and β have one number for each
 * column (channel). Source: Ioffe and Szegedy, Batch Normalization, 2015.
 */
public record BatchNorm(Rational epsilon) implements Op {
    @Override
    public String name() {
        return "batch_norm";
    }

    @Override
    public Shape shape(List<Shape> inputs) {
        Operands.count(this, inputs, 3);
        Shape x = inputs.get(0);
        if (x.rank() != 2 && x.rank() != 4) {
            throw new OperandException("batch_norm.rank", x);
        }
        Operands.parameters(this, inputs, Shape.of(x.dim(1)));
        return x;
    }

    @Override
    public Nests nests(List<Shape> inputs) {
        Shape x = inputs.get(0);
        Stages stages = new Stages(inputs);
        Stages.Rows rows = x.rank() == 2 ? stages.rows(this, x, 0) : stages.rows(this, x, 0, 2, 3);
        return new Normalised(rows, IndexMap.pick(x.rank(), 1), epsilon).write(stages);
    }

    @Override
    public Expression written(List<Expression> operands, List<Shape> inputs) {
        return new Expression.Applied(name(), operands, false);
    }
}
