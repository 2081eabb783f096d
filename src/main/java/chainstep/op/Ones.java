package chainstep.op;

import chainstep.graph.Expression;
import chainstep.graph.Formula;
import chainstep.graph.Nests;
import chainstep.graph.Op;
import chainstep.math.Rational;
import chainstep.math.Shape;
import java.util.List;

/** An array of ones, of no operands: ∂E/∂E, where a backward pass starts. */
public record Ones(Shape shape) implements Op {
    @Override
    public String name() {
        return "ones";
    }

    @Override
    public Shape shape(List<Shape> inputs) {
        Operands.count(this, inputs, 0);
        return shape;
    }

    @Override
    public Nests nests(List<Shape> inputs) {
        return Nests.elementwise(List.of(), shape, Formula.ONE);
    }

    @Override
    public Expression written(List<Expression> operands, List<Shape> inputs) {
        return new Expression.Number(Rational.of(1));
    }
}
