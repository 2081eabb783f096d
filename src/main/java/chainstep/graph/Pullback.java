package chainstep.graph;

import java.util.List;

/**
 * The operation that carries a gradient from a result back to one operand, and what it reads.
 *
 * @param op the operation, of the operands listed
 * @param operands what it reads, of the node differentiated: the gradient coming in, its inputs, its result
 */
public record Pullback(Op op, List<Operand> operands) {
    /** Something known of a node when its pullback runs. */
    public sealed interface Operand {
        /** The gradient of the node's result. */
        record Upstream() implements Operand {}

        /** The node's input number {@code index}. */
        record Input(int index) implements Operand {}

        /** The node's result. */
        record Result() implements Operand {}
    }

    public static final Operand UPSTREAM = new Operand.Upstream();
    public static final Operand RESULT = new Operand.Result();

    public Pullback {
        operands = List.copyOf(operands);
    }

    public static Operand input(int index) {
        return new Operand.Input(index);
    }
}
