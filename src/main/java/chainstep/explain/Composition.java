package chainstep.explain;

import chainstep.graph.Adjoint;
import chainstep.graph.Expression;
import chainstep.graph.Formula;
import chainstep.graph.IndexMap;
import chainstep.graph.Leaf;
import chainstep.graph.Nest;
import chainstep.graph.Node;
import chainstep.graph.Program;
import chainstep.graph.Role;
import chainstep.math.Rational;
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
        Expression written = turnedCopy(node, operands)
                .orElseGet(() -> node.op().written(operands, program.operandShapes(node)));
        return filled(written, node.shape());
    }

    private static Expression leaf(Leaf leaf, Node node) {
        boolean literal = leaf.kind() == Leaf.Kind.LITERAL && node.shape().isScalar();
        return literal
                ? new Expression.Number(leaf.supply().exact(0, 0))
                : new Expression.Symbol(node.id(), node.shape());
    }

    private Expression operand(int id) {
        Node node = program.node(id);
        boolean literal = node.isLeaf(Leaf.Kind.LITERAL) && node.shape().isScalar() && node.name().isEmpty();
        if (literal || !node.isLeaf() && !stop.test(id)) {
            return Simplify.simplify(raw(node));
        }
        return new Expression.Symbol(id, node.shape());
    }

    /** What is smaller than the node's shape was copied along axes. */
    private static Expression filled(Expression written, Shape shape) {
        Optional<Shape> apparent = Shapes.of(written);
        boolean smaller = apparent.isPresent() && apparent.get().size() < shape.size();
        return smaller ? new Expression.Spread(written, shape) : written;
    }

    /** A vector copied along the columns of a matrix (the gradient of a sum over each row) cannot rely on broadcasting. */
    private static Optional<Expression> turnedCopy(Node node, List<Expression> operands) {
        if (!(node.op() instanceof Adjoint adjoint) || adjoint.made().list().size() != 1) {
            return Optional.empty();
        }
        Nest nest = adjoint.made().list().get(0);
        if (!nest.isElementwise() || nest.domain().size() != 2 || nest.reads().isEmpty()) {
            return Optional.empty();
        }
        boolean copies = withoutNumber(nest.body()) instanceof Formula.Input
                && nest.reads().size() == 1
                && nest.reads().get(0).map().equals(IndexMap.pick(2, 0));
        if (!copies) {
            return Optional.empty();
        }
        int read = nest.reads().get(0).array();
        Expression column = new Expression.Part(operands.get(read), Shapes.COLUMN, false);
        Expression spread = new Expression.Spread(column, node.shape());
        return Optional.of(new Expression.Product(List.of(number(nest.body()), spread)));
    }

    private static Formula withoutNumber(Formula body) {
        if (body instanceof Formula.Multiply m && m.right() instanceof Formula.Constant) {
            return m.left();
        }
        return body instanceof Formula.Multiply m && m.left() instanceof Formula.Constant ? m.right() : body;
    }

    private static Expression number(Formula body) {
        if (body instanceof Formula.Multiply m && m.right() instanceof Formula.Constant c) {
            return new Expression.Number(c.value());
        }
        return body instanceof Formula.Multiply m && m.left() instanceof Formula.Constant c
                ? new Expression.Number(c.value())
                : new Expression.Number(Rational.ONE);
    }
}
