package chainstep.op;

import chainstep.graph.Formula;
import chainstep.graph.IndexMap;
import chainstep.graph.Nest;
import chainstep.graph.Nests;
import chainstep.math.Shape;
import java.util.List;

/** The least of all elements, or along {@code axes}: −max(−x). */
public record Min(Axes axes) implements Extremum {
    /** The least of all elements. */
    public static final Min ALL = new Min(Axes.ALL);

    @Override
    public String name() {
        return "min";
    }

    @Override
    public boolean least() {
        return true;
    }

    @Override
    public Nests nests(List<Shape> inputs) {
        Shape result = shape(inputs);
        IndexMap same = IndexMap.identity(result.rank());
        List<Nest.Read> greatest = List.of(new Nest.Read(2, same));
        Nest back = Nest.sum(Nest.domainOf(result), 3, same, greatest, Formula.negate(Formula.input(0)));
        return new Nests(inputs, List.of(result, result, result), List.of(greatest(inputs.get(0)), back));
    }
}
