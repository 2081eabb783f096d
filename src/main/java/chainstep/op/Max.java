package chainstep.op;

import chainstep.graph.Nests;
import chainstep.math.Shape;
import java.util.List;

/** The greatest of all elements, or along {@code axes}. */
public record Max(Axes axes) implements Extremum {
    /** The greatest of all elements. */
    public static final Max ALL = new Max(Axes.ALL);

    @Override
    public String name() {
        return "max";
    }

    @Override
    public boolean least() {
        return false;
    }

    @Override
    public Nests nests(List<Shape> inputs) {
        Shape result = shape(inputs);
        return new Nests(inputs, List.of(result, result), List.of(greatest(inputs.get(0))));
    }
}
