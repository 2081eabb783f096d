package chainstep.op;

import chainstep.graph.Expression;
import chainstep.graph.Op;
import chainstep.math.Shape;
import java.util.List;

/** An operation that makes one number of each window of an image. */
interface Pool extends Op {
    /** The side of a window. */
    int size();

    /** From window to window. */
    int stride();

    default Windows windows() {
        return new Windows(size(), stride());
    }

    @Override
    default Shape shape(List<Shape> inputs) {
        return windows().shape(this, inputs);
    }

    @Override
    default Expression written(List<Expression> operands, List<Shape> inputs) {
        String windows = size() + "×" + size() + (stride() == size() ? "" : ", stride=" + stride());
        return new Expression.Applied(name() + "; " + windows, operands, false);
    }
}
