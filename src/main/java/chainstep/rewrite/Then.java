package chainstep.rewrite;

import chainstep.graph.FastPath;
import chainstep.graph.Formula;
import chainstep.graph.IndexMap;
import chainstep.graph.Nest;
import chainstep.graph.Nests;
import chainstep.graph.Op;
import chainstep.math.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An operation followed by a formula on each element of its own result: how an edit changes a node and stays an operation. */
interface Then extends Op {
    /** The operation that the node had. */
    Op of();

    /** The formula; the element is {@code Formula.input(0)}. */
    Formula after(Shape shape);

    @Override
    default Shape shape(List<Shape> inputs) {
        return of().shape(inputs);
    }

    @Override
    default Nests nests(List<Shape> inputs) {
        Nests before = of().nests(inputs);
        Shape shape = before.shapeOf(before.result());
        List<Shape> made = new ArrayList<>(before.made());
        made.add(shape);
        List<Nest> list = new ArrayList<>(before.list());
        IndexMap same = IndexMap.identity(shape.rank());
        Nest.Read read = new Nest.Read(before.result(), same);
        list.add(Nest.sum(Nest.domainOf(shape), before.result() + 1, same, List.of(read), after(shape)));
        return new Nests(inputs, made, list);
    }

    /** What stands for {@link #after} in float64, after a fast path. */
    void change(double[] result);

    @Override
    default Optional<FastPath> fastPath(List<Shape> inputs) {
        return of().fastPath(inputs).map(path -> (operands, result) -> {
            path.compute(operands, result);
            change(result);
        });
    }
}
