package chainstep.op;

import chainstep.graph.Formula;
import chainstep.graph.Nests;
import chainstep.graph.Op;
import chainstep.math.Shape;
import java.util.List;

/** An operation that is one formula, number by number, its operands broadcast as in NumPy. */
public interface Elementwise extends Op {
    int arity();

    /** The formula; operand k is {@code Formula.input(k)}. */
    Formula body();

    @Override
    default Shape shape(List<Shape> inputs) {
        Operands.count(this, inputs, arity());
        Shape shape = inputs.get(0);
        for (Shape next : inputs.subList(1, inputs.size())) {
            shape = Operands.broadcast(this, shape, next);
        }
        return shape;
    }

    @Override
    default Nests nests(List<Shape> inputs) {
        return Nests.elementwise(inputs, shape(inputs), body());
    }
}
