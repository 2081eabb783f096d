package chainstep.op;

import chainstep.graph.Formula;
import chainstep.graph.IndexMap;
import chainstep.graph.Nest;
import chainstep.graph.Nests;
import chainstep.graph.Op;
import chainstep.math.Shape;
import java.util.List;

/** The mean (1/N)·Σx of all elements, or over {@code axes}; its gradient is spread over what was averaged. */
public record Mean(Axes axes) implements Op {
    /** The mean of all elements. */
    public static final Mean ALL = new Mean(Axes.ALL);

    @Override
    public String name() {
        return "mean";
    }

    @Override
    public Shape shape(List<Shape> inputs) {
        Operands.count(this, inputs, 1);
        return axes.reduced(this, inputs.get(0));
    }

    @Override
    public Nests nests(List<Shape> inputs) {
        Shape input = inputs.get(0);
        Nest nest = Nest.sum(
                Nest.domainOf(input),
                1,
                axes.target(this, input),
                List.of(new Nest.Read(0, IndexMap.identity(input.rank()))),
                Formula.divide(Formula.input(0), Formula.constant(axes.count(this, input))));
        return Nests.of(inputs, shape(inputs), nest);
    }
}
