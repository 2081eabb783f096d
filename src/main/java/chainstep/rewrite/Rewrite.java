package chainstep.rewrite;

import chainstep.graph.Fixed;
import chainstep.graph.Leaf;
import chainstep.graph.Node;
import chainstep.graph.Op;
import chainstep.graph.OperandException;
import chainstep.graph.Program;
import chainstep.op.Add;
import chainstep.op.Subtract;
import chainstep.op.Total;
import java.util.ArrayList;
import java.util.List;

/**
 * Applies {@link Edit}s to a program: the result is a program of its own, with the same node ids, to be run and compared.
 *
 * <p>Shapes never change. Edits are applied in order, each to the result of the one before; they cost one copy of the node
 * list each.
 */
public final class Rewrite {
    private Rewrite() {}

    /**
     * The program after these edits.
     *
     * @throws OperandException when an edit does not fit its node: another shape, a sum of one term, no such operand
     */
    public static Program apply(Program program, List<Edit> edits) {
        Program edited = program;
        for (Edit edit : edits) {
            edited = apply(edited, edit);
        }
        return edited;
    }

    /**
     * The program after one edit.
     *
     * @throws OperandException when the edit does not fit its node
     */
    public static Program apply(Program program, Edit edit) {
        Node node = program.node(edit.node());
        if (edit instanceof Edit.Override e) {
            checkFinite(e.value().isFinite());
            return program.with(node.id(), new Leaf(overriddenKind(node), new ByHand(Fixed.of(e.value()))), List.of());
        } else if (edit instanceof Edit.OverrideElement e) {
            return overrideElement(program, node, e);
        } else if (edit instanceof Edit.DropTerm e) {
            return dropTerm(program, node, e.operand());
        } else if (edit instanceof Edit.SwapOperand e) {
            return swapOperand(program, node, e);
        } else if (edit instanceof Edit.ReplaceOp e) {
            return program.with(node.id(), e.op(), node.inputs());
        }
        return program.with(node.id(), new SignChanged(computed(node)), node.inputs());
    }

    private static Leaf.Kind overriddenKind(Node node) {
        return node.op() instanceof Leaf leaf ? leaf.kind() : Leaf.Kind.CONST;
    }

    private static Program overrideElement(Program program, Node node, Edit.OverrideElement edit) {
        checkFinite(Double.isFinite(edit.value()));
        if (edit.element() < 0 || edit.element() >= node.shape().size()) {
            throw new OperandException("rewrite.element", edit.element(), node.shape());
        }
        if (node.op() instanceof Leaf leaf) {
            ElementByHand supply = new ElementByHand(leaf.supply(), edit.element(), edit.value());
            return program.with(node.id(), new Leaf(leaf.kind(), supply), List.of());
        }
        return program.with(node.id(), new ElementSet(node.op(), edit.element(), edit.value()), node.inputs());
    }

    private static Program dropTerm(Program program, Node node, int operand) {
        boolean isSum = node.op() instanceof Total || node.op() instanceof Add;
        boolean isDifference = node.op() instanceof Subtract;
        checkOperand(node, operand);
        if (!isSum && !isDifference || node.inputs().size() < 2) {
            throw new OperandException("rewrite.term", node.op().name());
        }
        List<Integer> rest = new ArrayList<>(node.inputs());
        rest.remove(operand);
        boolean negated = isDifference && operand == 0;
        return program.with(node.id(), negated ? new SignChanged(new Total()) : new Total(), rest);
    }

    private static Program swapOperand(Program program, Node node, Edit.SwapOperand edit) {
        checkOperand(node, edit.operand());
        if (edit.from() < 0 || edit.from() >= node.id()) {
            throw new OperandException("rewrite.later", edit.from(), node.id());
        }
        List<Integer> inputs = new ArrayList<>(node.inputs());
        inputs.set(edit.operand(), edit.from());
        return program.with(node.id(), node.op(), inputs);
    }

    private static void checkOperand(Node node, int operand) {
        if (operand < 0 || operand >= node.inputs().size()) {
            throw new OperandException(
                    "rewrite.operand", node.op().name(), operand, node.inputs().size());
        }
    }

    private static void checkFinite(boolean finite) {
        if (!finite) {
            throw new OperandException("rewrite.finite");
        }
    }

    private static Op computed(Node node) {
        if (node.isLeaf()) {
            throw new OperandException("rewrite.leaf", node.op().name());
        }
        return node.op();
    }
}
