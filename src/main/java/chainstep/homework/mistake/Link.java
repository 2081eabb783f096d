package chainstep.homework.mistake;

import chainstep.graph.Node;
import java.util.stream.IntStream;

/**
 * One link of the chain rule: what comes in, gone back through an operation by one of its operands.
 *
 * @param term the node that computes it
 * @param through the operation's node
 * @param operand by which of its operands
 * @param upstream the node of the gradient that comes in
 */
public record Link(Node term, Node through, int operand, int upstream) {
    /** The value whose gradient this is, or adds to. */
    public int by() {
        return through.inputs().get(operand);
    }

    /** The other operand of an operation of two. */
    public int other() {
        return through.inputs().get(1 - operand);
    }

    /** Whether the term reads this node. */
    public boolean reads(int node) {
        return term.inputs().contains(node);
    }

    /** Whether the operation has one shape throughout. */
    public boolean isPlain(Ground ground) {
        return IntStream.of(through.id(), by(), upstream)
                .allMatch(id -> ground.node(id).shape().equals(term.shape()));
    }
}
