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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The sum of several arrays of one shape: a gradient as the sum over the uses of a value. */
public record Total() implements Op {
    /** With more operands the formula would nest too deep: then each has a loop of its own. */
    private static final int MOST = 32;

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
        if (inputs.size() > MOST) {
            return oneByOne(inputs);
        }
        Formula sum = Formula.input(0);
        for (int k = 1; k < inputs.size(); k++) {
            sum = Formula.add(sum, Formula.input(k));
        }
        return Nests.elementwise(inputs, inputs.get(0), sum);
    }

    private static Nests oneByOne(List<Shape> inputs) {
        Shape shape = inputs.get(0);
        IndexMap same = IndexMap.identity(shape.rank());
        List<Nest> nests = new ArrayList<>();
        for (int k = 0; k < inputs.size(); k++) {
            Nest.Read read = new Nest.Read(k, same);
            nests.add(Nest.sum(Nest.domainOf(shape), inputs.size(), same, List.of(read), Formula.input(0)));
        }
        return new Nests(inputs, List.of(shape), nests);
    }

    /** Each operand gets the gradient itself. */
    @Override
    public Optional<Pullback> pullback(int input, List<Shape> inputs) {
        return Optional.of(new Pullback(new Alias(), List.of(Pullback.UPSTREAM)));
    }

    @Override
    public Expression written(List<Expression> operands, List<Shape> inputs) {
        return new Expression.Sum(operands);
    }
}
