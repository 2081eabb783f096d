package chainstep.cli.prompt;

import chainstep.graph.Program;
import chainstep.lang.Quantity;
import chainstep.lang.Syntax;
import chainstep.math.Shape;
import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalInt;

/**
 * A value of the program, or its gradient, as a command names it: {@code h}, {@code grad(W1)[0, 0]}, {@code new(W2)}.
 *
 * @param node the value named: of {@code grad(h)}, h
 * @param isGradient whether its gradient is meant
 * @param element the flat place of the element named, or −1 for all
 */
record Target(int node, boolean isGradient, int element) {

    /**
     * Reads a target.
     *
     * @throws PromptError when the text is a quantity but no value of the program, or there is no such element
     * @throws chainstep.lang.SourceError when it is no quantity of the model
     */
    static Target of(Session session, String text) {
        if (text.isEmpty()) {
            throw new PromptError("target.missing");
        }
        Quantity quantity = session.model().quantity(text);
        return new Reading(session, text).of(quantity.expression());
    }

    /** The node that holds the value or the gradient. */
    OptionalInt holder(Program program) {
        return isGradient ? program.gradient(program.loss().orElse(-1), node) : OptionalInt.of(node);
    }

    private record Reading(Session session, String text) {
        Target of(Syntax.Expression expression) {
            if (expression instanceof Syntax.Index index) {
                Target whole = of(index.base());
                return new Target(whole.node, whole.isGradient, element(index, whole));
            } else if (expression instanceof Syntax.Name name) {
                return new Target(session.model().names().get(name.text()), false, -1);
            } else if (expression instanceof Syntax.Call call
                    && call.positional().size() == 1) {
                return ofCall(call);
            }
            throw new PromptError("target.not", text);
        }

        private Target ofCall(Syntax.Call call) {
            Target inner = of(call.positional().get(0));
            Program program = session.model().program();
            if (call.name().equals("grad") && call.named().isEmpty()) {
                return new Target(inner.node, true, inner.element);
            } else if (call.name().equals("new") && program.next(inner.node).isPresent()) {
                return new Target(program.next(inner.node).getAsInt(), false, inner.element);
            }
            throw new PromptError("target.not", text);
        }

        private int element(Syntax.Index index, Target whole) {
            Shape shape = session.model().program().node(whole.node).shape();
            List<Syntax.Item> items = index.items();
            if (items.size() != shape.rank() || whole.element >= 0) {
                throw new PromptError("target.element", text, shape);
            }
            int[] place = new int[items.size()];
            for (int axis = 0; axis < place.length; axis++) {
                place[axis] = place(items.get(axis), shape, axis);
            }
            return shape.offset(place);
        }

        private int place(Syntax.Item item, Shape shape, int axis) {
            int sign = 1;
            Syntax written = item instanceof Syntax.At at ? at.place() : item;
            if (written instanceof Syntax.Unary unary && unary.operator() == Syntax.Operator.MINUS) {
                sign = -1;
                written = unary.operand();
            }
            if (!(written instanceof Syntax.Number number)) {
                throw new PromptError("target.element", text, shape);
            }
            int index = sign * new BigDecimal(number.text()).intValueExact();
            return index < 0 ? index + shape.dim(axis) : index;
        }
    }
}
