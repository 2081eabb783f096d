package chainstep.op;

import chainstep.graph.Formula;
import chainstep.graph.Nests;
import chainstep.math.Shape;
import java.util.List;

/** The mean (1/N)·Σx of all elements, or over {@code axes}; its gradient is spread over what was averaged. */
public record Mean(Axes axes) implements Reducing {
    /** The mean of all elements. */
    public static final Mean ALL = new Mean(Axes.ALL);

    @Override
    public String name() {
        return "mean";
    }

    @Override
    public Nests nests(List<Shape> inputs) {
        int count = axes.count(this, inputs.get(0));
        return summing(inputs, Formula.divide(Formula.input(0), Formula.constant(count)));
    }
}
