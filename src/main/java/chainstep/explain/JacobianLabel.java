package chainstep.explain;

import chainstep.graph.Node;
import chainstep.graph.Program;
import chainstep.graph.Role;
import chainstep.math.Shape;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a term multiplies by where that is a whole matrix and no short formula: ∂p/∂z = diag(p) − p pᵀ of a softmax, else how many
 * numbers it has, by rows and columns: ∂L/∂e = 1×5.
 */
final class JacobianLabel {
    private static final int SHORT = 6;

    private final Page page;
    private final Program program;

    JacobianLabel(Page page) {
        this.page = page;
        this.program = page.trace().program();
    }

    /** Empty between two numbers, and where what is multiplied by is a part of the derivative alone. */
    Optional<String> of(int id) {
        if (!(program.node(id).role() instanceof Role.Term term)) {
            return Optional.empty();
        }
        Node value = program.node(term.through());
        Node by = program.node(term.wrt());
        boolean part =
                value.inputs().stream().filter(input -> input == term.wrt()).count() != 1;
        if (part || value.shape().size() == 1 && by.shape().size() == 1) {
            return Optional.empty();
        }
        String name = page.name(value.id()).plain();
        return Optional.of(page.derivative(value.id(), by.id()).plain() + " = " + matrix(value, by, name));
    }

    private static String matrix(Node value, Node by, String name) {
        boolean softmax = value.op().name().equals("softmax") && value.shape().rank() == 1;
        return softmax && name.length() <= SHORT
                ? Shortcut.jacobian(new Form(name, name)).plain()
                : size(value.shape()) + "×" + size(by.shape());
    }

    /** How many numbers there are in a row or column; the shape of what is neither. */
    private static String size(Shape shape) {
        boolean line = Arrays.stream(shape.dims()).filter(dim -> dim > 1).count() <= 1;
        return line ? Integer.toString(shape.size()) : "(" + shape + ")";
    }
}
