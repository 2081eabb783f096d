package chainstep.rewrite;

import chainstep.graph.Op;
import chainstep.math.Tensor;

/** One change to one node of a program. */
public sealed interface Edit {
    /** The node changed. */
    int node();

    /**
     * The node's value is set by hand; what comes later follows, backward pass included. A parameter or state gets another
     * first value: at a later iteration, change the snapshot it starts from.
     */
    record Override(int node, Tensor value) implements Edit {}

    /** One element of the node's value is set by hand; the others are computed as before, and it passes no gradient on. */
    record OverrideElement(int node, int element, double value) implements Edit {}

    /** Operand number {@code operand} is left out of a sum: a path forgotten in a gradient, a bias never added. */
    record DropTerm(int node, int operand) implements Edit {}

    /** Operand number {@code operand} is read from node {@code from} instead: the new W2 where the old one belongs. */
    record SwapOperand(int node, int operand, int from) implements Edit {}

    /** The node's value changes its sign. */
    record ChangeSign(int node) implements Edit {}

    /** The node's operation is another one, of the same operands: a product that should have been a matrix product. */
    record ReplaceOp(int node, Op op) implements Edit {}
}
