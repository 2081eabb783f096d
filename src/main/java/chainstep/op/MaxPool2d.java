package chainstep.op;

import chainstep.graph.Formula;
import chainstep.graph.Nest;
import chainstep.graph.Nests;
import chainstep.math.Shape;
import java.util.List;

/**
 * The greatest number of each window; the gradient goes to the winner, the first of equals in row-major order.
 *
 * @param size of the window's side
 * @param stride from window to window
 */
public record MaxPool2d(int size, int stride) implements Pool {
    public MaxPool2d {
        new Windows(size, stride);
    }

    /** Windows that touch and do not overlap. */
    public MaxPool2d(int size) {
        this(size, size);
    }

    @Override
    public String name() {
        return "max_pool2d";
    }

    @Override
    public Nests nests(List<Shape> inputs) {
        Shape result = shape(inputs);
        Windows windows = windows();
        Nest nest = Nest.max(
                windows.domain(result),
                2,
                windows.target(result),
                List.of(new Nest.Read(0, windows.read(result))),
                Formula.input(0),
                1);
        return new Nests(inputs, List.of(result, result), List.of(nest));
    }
}
