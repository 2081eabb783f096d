package chainstep.op;

import chainstep.graph.Expression;
import chainstep.graph.Formula;
import chainstep.graph.IndexMap;
import chainstep.graph.Nest;
import chainstep.graph.Nests;
import chainstep.graph.Op;
import chainstep.graph.OperandException;
import chainstep.graph.Pullback;
import chainstep.math.Shape;
import java.util.List;
import java.util.Optional;

/** The outer product a·bᵀ of two vectors: out[i,j] = a[i]·b[j]; the gradient of a matrix that multiplied a vector. */
public record Outer() implements Op {
    @Override
    public String name() {
        return "outer";
    }

    @Override
    public Shape shape(List<Shape> inputs) {
        Operands.count(this, inputs, 2);
        if (inputs.get(0).rank() != 1 || inputs.get(1).rank() != 1) {
            throw new OperandException("outer.rank", inputs.get(0), inputs.get(1));
        }
        return Operands.shape(this, inputs.get(0).dim(0), inputs.get(1).dim(0));
    }

    @Override
    public Nests nests(List<Shape> inputs) {
        Shape result = shape(inputs);
        Nest nest = Nest.sum(
                Nest.domainOf(result),
                2,
                IndexMap.identity(2),
                List.of(new Nest.Read(0, IndexMap.pick(2, 0)), new Nest.Read(1, IndexMap.pick(2, 1))),
                Formula.multiply(Formula.input(0), Formula.input(1)));
        return Nests.of(inputs, result, nest);
    }

    @Override
    public Optional<Pullback> pullback(int input, List<Shape> inputs) {
        return Optional.of(
                new Pullback(new MatMul(input == 1, false), List.of(Pullback.UPSTREAM, Pullback.input(1 - input))));
    }

    @Override
    public Expression written(List<Expression> operands, List<Shape> inputs) {
        return new Expression.MatrixProduct(operands.get(0), new Expression.Transposed(operands.get(1)), false);
    }
}
