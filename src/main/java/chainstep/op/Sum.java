package chainstep.op;

import chainstep.graph.Formula;
import chainstep.graph.Nests;
import chainstep.math.Shape;
import java.util.List;

/** The sum over all elements, or over {@code axes}; its gradient is spread over what was summed. */
public record Sum(Axes axes) implements Reducing {
    /** The sum of all elements. */
    public static final Sum ALL = new Sum(Axes.ALL);

    @Override
    public String name() {
        return "sum";
    }

    @Override
    public Nests nests(List<Shape> inputs) {
        return summing(inputs, Formula.input(0));
    }
}
