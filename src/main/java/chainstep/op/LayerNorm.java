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
 * Normalises each row along the last axis to mean 0 and variance 1, then γ·x̂ + β.
 *
 * <p>x̂ = (x − μ)/√(σ² + ε). Operands x, γ and β; γ and β have the extent of the last axis. Source: Ba, Kiros and Hinton,
 * Layer Normalization, 2016.
 */
public record LayerNorm(Rational epsilon) implements Op {
    @Override
    public String name() {
        return "layer_norm";
    }

    @Override
    public Shape shape(List<Shape> inputs) {
        Operands.count(this, inputs, 3);
        Shape x = inputs.get(0);
        if (x.isScalar()) {
            throw new OperandException("layer_norm.rank", x);
        }
        Operands.parameters(this, inputs, Shape.of(x.dim(-1)));
        return x;
    }

    @Override
    public Nests nests(List<Shape> inputs) {
        Shape x = inputs.get(0);
        Stages stages = new Stages(inputs);
        Stages.Rows rows = stages.rows(this, x, -1);
        return new Normalised(rows, IndexMap.pick(x.rank(), x.rank() - 1), epsilon).write(stages);
    }

    @Override
    public Expression written(List<Expression> operands, List<Shape> inputs) {
        return new Expression.Applied(name(), operands, false);
    }
}
