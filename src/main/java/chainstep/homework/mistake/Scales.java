package chainstep.homework.mistake;

import chainstep.graph.Node;
import chainstep.op.Divide;
import chainstep.op.Multiply;
import chainstep.op.Negate;
import java.util.OptionalDouble;

/** Where a value or a gradient is but multiplied by a number, and what it is without. */
final class Scales {
    /** Whether a factor, and the node that it multiplies, are of the kind looked for. */
    @FunctionalInterface
    interface Wanted {
        boolean is(double factor, int multiplied);
    }

    private Scales() {}

    /** Leaves the factor of a node out, where it has one that is wanted. */
    static void skip(Ground ground, Node node, Suspects into, Wanted wanted) {
        if (ground.isForward(node)) {
            for (int k = 0; k < node.inputs().size(); k++) {
                int rest = node.inputs().get(k);
                OptionalDouble factor = factor(ground, node, k);
                if (factor.isPresent() && wanted.is(factor.getAsDouble(), rest)) {
                    into.everywhere("skip" + factor.getAsDouble(), node.id(), draft -> draft.at(rest), rest);
                }
            }
        }
        ground.link(node).ifPresent(link -> {
            OptionalDouble factor = factor(ground, link.through(), link.operand());
            if (factor.isPresent() && wanted.is(factor.getAsDouble(), link.by()) && link.isPlain(ground)) {
                into.everywhere(
                        "back" + factor.getAsDouble(), node.id(), draft -> draft.at(link.upstream()), link.by());
            }
        });
    }

    /** The number that a node multiplies by; 0 where it does something else. */
    static double of(Ground ground, Node node) {
        for (int k = 0; k < node.inputs().size(); k++) {
            OptionalDouble factor = factor(ground, node, k);
            if (factor.isPresent()) {
                return factor.getAsDouble();
            }
        }
        return 0;
    }

    /** The number that a node multiplies its operand {@code operand} by, if it does only that. */
    static OptionalDouble factor(Ground ground, Node node, int operand) {
        if (node.op() instanceof Negate) {
            return OptionalDouble.of(-1);
        } else if (node.op() instanceof Multiply) {
            int other = node.inputs().get(1 - operand);
            boolean number =
                    ground.isNumber(other) && ground.node(other).shape().size() == 1;
            return number && ground.value(other, 0) != 0
                    ? OptionalDouble.of(ground.value(other, 0))
                    : OptionalDouble.empty();
        } else if (node.op() instanceof Divide && operand == 0) {
            int other = node.inputs().get(1);
            boolean number =
                    ground.isNumber(other) && ground.node(other).shape().size() == 1;
            return number && ground.value(other, 0) != 0
                    ? OptionalDouble.of(1 / ground.value(other, 0))
                    : OptionalDouble.empty();
        }
        return OptionalDouble.empty();
    }
}
