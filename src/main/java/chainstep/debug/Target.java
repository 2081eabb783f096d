package chainstep.debug;

import chainstep.graph.Leaf;
import chainstep.graph.Node;
import chainstep.graph.Program;
import chainstep.graph.Role;
import chainstep.graph.Sources;
import chainstep.lang.Model;
import chainstep.lang.Quantity;
import chainstep.op.Alias;
import chainstep.op.Slice;
import java.util.OptionalInt;

/**
 * A value of the program, or its gradient, as a user names it: {@code h}, {@code grad(W1)[0, 0]}, {@code new(W2)}, a label.
 *
 * @param node the value named: of {@code grad(h)}, h
 * @param of what the gradient is of, where a gradient is meant
 * @param element the flat place of the element named, or −1 for all of several
 * @param size how many numbers the value has
 */
public record Target(int node, OptionalInt of, int element, int size) {

    /**
     * Reads a target: looks through brackets and names to the value they pick from.
     *
     * @throws PlaceException when the text is a quantity but no value of the program
     * @throws chainstep.lang.SourceError when it is no quantity of the model
     */
    public static Target of(Model model, Quantity.Elsewhere elsewhere, String text) {
        if (text.isEmpty()) {
            throw new PlaceException("target.missing");
        }
        Quantity.Appended appended = model.quantity(text).append(model, elsewhere);
        int known = model.program().size();
        Program program = appended.program();
        Node node = program.node(appended.node());
        int element = node.shape().size() == 1 ? 0 : -1;
        while (node.id() >= known && isSelection(node) && element >= 0) {
            Sources sources = Sources.of(node.op(), program.operandShapes(node), element, 1);
            element = sources.list().get(0).element();
            node = program.node(node.inputs().get(0));
        }
        if (node.id() >= known && node.isLeaf(Leaf.Kind.LITERAL)) {
            return unused(model, elsewhere, text, element, node.shape().size());
        }
        return of(model, text, node, element);
    }

    /** A gradient that no node holds, as that of what the loss does not use: 0. */
    private static Target unused(Model model, Quantity.Elsewhere elsewhere, String text, int element, int size) {
        Quantity.Gradient gradient =
                model.quantity(text).gradient().orElseThrow(() -> new PlaceException("target.not", text));
        Target by = of(model, elsewhere, gradient.by().text());
        OptionalInt of = gradient.of().isPresent()
                ? OptionalInt.of(gradient.of().get().append(model, elsewhere).node())
                : model.program().loss();
        return new Target(by.node(), of, element, size);
    }

    private static boolean isSelection(Node node) {
        return node.op() instanceof Slice || node.op() instanceof Alias;
    }

    private static Target of(Model model, String text, Node node, int element) {
        int size = node.shape().size();
        if (node.role() instanceof Role.Total total) {
            return new Target(total.wrt(), OptionalInt.of(total.of()), element, size);
        } else if (node.role() instanceof Role.Term term) {
            return new Target(term.wrt(), OptionalInt.of(term.of()), element, size);
        } else if (node.role() instanceof Role.Seed seed) {
            return new Target(seed.of(), OptionalInt.of(seed.of()), element, size);
        } else if (node.id() < model.program().size()) {
            return new Target(node.id(), OptionalInt.empty(), element, size);
        }
        throw new PlaceException("target.not", text);
    }

    public boolean isGradient() {
        return of.isPresent();
    }

    /** Whether one number of several is meant. */
    public boolean isPart() {
        return element >= 0 && size > 1;
    }

    /** The node that holds the value or the gradient. */
    public OptionalInt holder(Program program) {
        return of.isPresent() ? program.gradient(of.getAsInt(), node) : OptionalInt.of(node);
    }
}
