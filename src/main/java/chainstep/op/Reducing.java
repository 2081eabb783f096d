package chainstep.op;

import chainstep.graph.Formula;
import chainstep.graph.IndexMap;
import chainstep.graph.Nest;
import chainstep.graph.Nests;
import chainstep.graph.Op;
import chainstep.math.Shape;
import java.util.List;

/** An operation that makes one number of all elements, or of those along its axes. */
interface Reducing extends Op {
    Axes axes();

    @Override
    default Shape shape(List<Shape> inputs) {
        Operands.count(this, inputs, 1);
        return axes().reduced(this, inputs.get(0));
    }

    /** The sum of {@code each}, a formula of one element. */
    default Nests summing(List<Shape> inputs, Formula each) {
        Shape input = inputs.get(0);
        List<Nest.Read> element = List.of(new Nest.Read(0, IndexMap.identity(input.rank())));
        return Nests.of(
                inputs, shape(inputs), Nest.sum(Nest.domainOf(input), 1, axes().target(this, input), element, each));
    }
}
