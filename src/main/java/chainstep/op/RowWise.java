package chainstep.op;

import chainstep.graph.Nests;
import chainstep.graph.Op;
import chainstep.math.Shape;
import java.util.List;

/** An operation on each row of numbers along one axis; operands and result have one shape. */
interface RowWise extends Op {
    int arity();

    int axis();

    /** Writes the stages down; operand k is array k. */
    void write(Stages stages, Stages.Rows rows);

    @Override
    default Shape shape(List<Shape> inputs) {
        Operands.same(this, inputs, arity());
        Operands.axis(this, inputs.get(0), axis());
        return inputs.get(0);
    }

    @Override
    default Nests nests(List<Shape> inputs) {
        Stages stages = new Stages(inputs);
        write(stages, stages.rows(this, inputs.get(0), axis()));
        return stages.nests();
    }
}
