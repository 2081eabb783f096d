package chainstep.homework.mistake;

import chainstep.graph.Formula;
import chainstep.graph.IndexMap;
import chainstep.graph.Nest;
import chainstep.graph.Nests;
import chainstep.graph.Op;
import chainstep.math.Shape;
import java.util.List;

/** A kernel turned round: its last two axes in reverse order. */
record Turned() implements Op {
    @Override
    public String name() {
        return "turned";
    }

    @Override
    public Shape shape(List<Shape> inputs) {
        return inputs.get(0);
    }

    @Override
    public Nests nests(List<Shape> inputs) {
        Shape shape = inputs.get(0);
        IndexMap from = IndexMap.scalar(shape.rank());
        for (int axis = 0; axis < shape.rank(); axis++) {
            boolean turned = axis >= shape.rank() - 2;
            from = turned ? from.then(shape.dim(axis) - 1, axis, -1) : from.then(0, axis, 1);
        }
        Nest nest = Nest.sum(
                Nest.domainOf(shape),
                1,
                IndexMap.identity(shape.rank()),
                List.of(new Nest.Read(0, from)),
                Formula.input(0));
        return Nests.of(inputs, shape, nest);
    }
}
