package chainstep.op;

import chainstep.graph.Formula;
import chainstep.graph.Nest;
import chainstep.graph.Nests;
import chainstep.math.Shape;
import java.util.List;

/**
 * The mean of each window; the gradient is shared out evenly.
 *
 * @param size of the window's side
 * @param stride from window to window
 */
public record AvgPool2d(int size, int stride) implements Pool {
    public AvgPool2d {
        new Windows(size, stride);
    }

    /** Windows that touch and do not overlap. */
    public AvgPool2d(int size) {
        this(size, size);
    }

    @Override
    public String name() {
        return "avg_pool2d";
    }

    @Override
    public boolean isMultilinear() {
        return true;
    }

    @Override
    public Nests nests(List<Shape> inputs) {
        Shape result = shape(inputs);
        Windows windows = windows();
        Nest nest = Nest.sum(
                windows.domain(result),
                1,
                windows.target(result),
                List.of(new Nest.Read(0, windows.read(result))),
                Formula.divide(Formula.input(0), Formula.constant((long) size * size)));
        return Nests.of(inputs, result, nest);
    }
}
