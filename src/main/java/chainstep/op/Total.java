package chainstep.op;

import chainstep.graph.Expression;
import chainstep.graph.Formula;
import chainstep.graph.Nests;
import chainstep.graph.Op;
import chainstep.graph.OperandException;
import chainstep.math.Shape;
import java.util.List;

/** The sum of several arrays of one shape: a gradient as the sum over the uses of a value. */
public record Total() implements Op {
    @Override
    public String name() {
        return "total";
    }

    @Override
    public Shape shape(List<Shape> inputs) {
        if (inputs.isEmpty() || inputs.stream().distinct().count() != 1) {
            throw new OperandException("total.shapes", inputs);
        }
        return inputs.get(0);
    }

    @Override
    public Nests nests(List<Shape> inputs) {
        Formula sum = Formula.input(0);
        for (int k = 1; k < inputs.size(); k++) {
            sum = Formula.add(sum, Formula.input(k));
        }
        return Nests.elementwise(inputs, inputs.get(0), sum);
    }

    @Override
    public Expression written(List<Expression> operands, List<Shape> inputs) {
        return new Expression.Sum(operands);
    }
}
