package chainstep.graph;

import chainstep.math.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What an operation computes: nests run in order, over its inputs and over arrays it makes on the way.
 *
 * <p>Arrays are numbered: the inputs first, then those made; the last one made is the result. A nest reads only inputs
 * and arrays that no later nest writes.
 *
 * @param inputs the shapes of the inputs
 * @param made the shapes of the arrays made, the result last
 * @param list the nests, in the order they run
 * @param letters what the arrays made and the constants are called
 */
public record Nests(List<Shape> inputs, List<Shape> made, List<Nest> list, Letters letters) {
    public Nests {
        inputs = List.copyOf(inputs);
        made = List.copyOf(made);
        list = List.copyOf(list);
    }

    /** Nests whose arrays have no letters. */
    public Nests(List<Shape> inputs, List<Shape> made, List<Nest> list) {
        this(inputs, made, list, Letters.NONE);
    }

    /** A single nest that writes the result directly; its {@code out} is the number of inputs. */
    public static Nests of(List<Shape> inputs, Shape result, Nest... nests) {
        return new Nests(inputs, List.of(result), List.of(nests));
    }

    /** An elementwise operation of any number of inputs, broadcast to {@code result} as NumPy does. */
    public static Nests elementwise(List<Shape> inputs, Shape result, Formula body) {
        List<Nest.Read> reads = new ArrayList<>();
        for (int k = 0; k < inputs.size(); k++) {
            reads.add(new Nest.Read(k, broadcast(inputs.get(k), result)));
        }
        return of(
                inputs,
                result,
                Nest.sum(Nest.domainOf(result), inputs.size(), IndexMap.identity(result.rank()), reads, body));
    }

    /** Where an input of this shape is read by loops over {@code result}: along an extent spread from 1, at index 0. */
    public static IndexMap broadcast(Shape input, Shape result) {
        int ahead = result.rank() - input.rank();
        int[] axes = new int[input.rank()];
        Arrays.setAll(axes, axis -> input.dim(axis) == result.dim(axis + ahead) ? axis + ahead : -1);
        return IndexMap.pick(result.rank(), axes);
    }

    /** Whether a nest writes every element of its array exactly once, the element of each point's own index. */
    public boolean isWhole(Nest nest) {
        return nest.isElementwise() && nest.domain().equals(Nest.domainOf(shapeOf(nest.out())));
    }

    public Shape shapeOf(int array) {
        return array < inputs.size() ? inputs.get(array) : made.get(array - inputs.size());
    }

    /** The number of the result array. */
    public int result() {
        return inputs.size() + made.size() - 1;
    }
}
