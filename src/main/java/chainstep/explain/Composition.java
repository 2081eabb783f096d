package chainstep.explain;

import chainstep.graph.Expression;
import chainstep.graph.Leaf;
import chainstep.graph.Node;
import chainstep.graph.Program;
import chainstep.graph.Role;
import chainstep.math.Shape;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Writes a node's rule with the nodes in between written out, down to values that are shown by name: ∂E/∂o = −(t − o)
 * where the program took five nodes.
 */
final class Composition {
    private final Program program;
    private final IntPredicate stop;

    /** @param stop which nodes stay symbols */
    Composition(Program program, IntPredicate stop) {
        this.program = program;
        this.stop = stop;
    }

    /** The rule of a node, simplified. */
    Expression of(int id) {
        return Simplify.simplify(raw(program.node(id)));
    }

    private Expression raw(Node node) {
        if (node.role() instanceof Role.Seed) {
            return filled(Simplify.ONE, node.shape());
        } else if (node.op() instanceof Leaf leaf) {
            return leaf(leaf, node);
        }
        List<Expression> operands = node.inputs().stream().map(this::operand).toList();
        return filled(Rules.of(program, node, operands), node.shape());
    }

    /** A number inside an expression; one of an update only where it has no letter, like 1 − β. */
    private boolean isWritten(Node node) {
        boolean number = node.isLeaf(Leaf.Kind.LITERAL)
                && node.shape().isScalar()
                && node.name().isEmpty();
        return number && (!(node.role() instanceof Role.Update) || !stop.test(node.id()));
    }

    private static Expression leaf(Leaf leaf, Node node) {
        boolean literal = leaf.kind() == Leaf.Kind.LITERAL && node.shape().isScalar();
        return literal
                ? new Expression.Number(leaf.supply().exact(0, 0))
                : new Expression.Symbol(node.id(), node.shape());
    }

    private Expression operand(int id) {
        Node node = program.node(id);
        boolean isWritten = isWritten(node) || !node.isLeaf() && !stop.test(id);
        return isWritten ? Simplify.simplify(raw(node)) : new Expression.Symbol(id, node.shape());
    }

    /** What is smaller than the node's shape was copied along axes. */
    private static Expression filled(Expression written, Shape shape) {
        Optional<Shape> apparent = Shapes.of(written);
        boolean smaller = apparent.isPresent() && apparent.get().size() < shape.size();
        return smaller ? new Expression.Spread(written, shape) : written;
    }
}
