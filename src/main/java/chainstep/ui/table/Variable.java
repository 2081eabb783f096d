package chainstep.ui.table;

import chainstep.debug.DebugState;
import chainstep.graph.Node;
import chainstep.graph.Program;
import chainstep.graph.Role;
import chainstep.lang.Primes;
import chainstep.ui.Picked;
import chainstep.ui.Sitting;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * A named value, with its gradient where the model has one.
 *
 * @param gradient the node that holds ∂loss/∂value
 * @param digits to which numbers are written
 */
record Variable(Node node, OptionalInt gradient, DebugState state, int digits) {
    /** All named values: the loss, then in the order in which their gradients come, then those that have none. */
    static List<Variable> all(Sitting sitting) {
        Program program = sitting.model().program();
        OptionalInt loss = program.loss();
        return program.nodes().stream()
                .filter(Node::isNamed)
                .map(node -> new Variable(
                        node,
                        loss.isPresent() ? program.gradient(loss.getAsInt(), node.id()) : OptionalInt.empty(),
                        sitting.state(),
                        sitting.explainer().digits()))
                .sorted(Comparator.comparingInt(Variable::order))
                .toList();
    }

    private int order() {
        boolean isLoss = state.program().loss().equals(OptionalInt.of(node.id()));
        return isLoss ? -1 : gradient.orElse(state.program().size() + node.id());
    }

    Grid grid() {
        return new Grid(node.shape());
    }

    /** The node whose numbers a column shows. */
    OptionalInt shown(boolean ofGradient) {
        return ofGradient ? gradient : isUpdated() ? next() : OptionalInt.of(node.id());
    }

    /** The node that holds its value after the update. */
    OptionalInt next() {
        return state.program().next(node.id());
    }

    /** Whether its new value has been computed, which is then the one shown. */
    boolean isUpdated() {
        return next().stream().anyMatch(after -> !isUnknown(after));
    }

    /** Its name, with the primes of its version. */
    String name() {
        return Primes.shown(state.program(), node.id());
    }

    /** The node that a quantity written so is: the value or, as {@code grad(W)}, its gradient. */
    OptionalInt shownAs(String text) {
        Program program = state.program();
        boolean latest = program.named(node.name()).equals(OptionalInt.of(node.id()));
        List<String> names = List.of(Primes.written(program, node.id()), latest ? node.name() : "");
        return names.contains(text)
                ? OptionalInt.of(node.id())
                : names.stream().anyMatch(name -> text.equals("grad(" + name + ")"))
                        ? shown(true)
                        : OptionalInt.empty();
    }

    /** What of a node's numbers fits, see {@link Corners}. */
    Corners corners(int shown, int most) {
        return Corners.of(
                grid(),
                element -> state.trace().get(shown, element),
                element -> state.knows(shown, element),
                most,
                digits);
    }

    /** The same once all of it is computed. */
    Corners whole(int shown) {
        return Corners.of(grid(), element -> state.trace().get(shown, element), element -> true, Corners.MOST, digits);
    }

    /** Whether nothing of a node is known yet. */
    boolean isUnknown(int shown) {
        return !state.knows(shown) && !state.knows(shown, 0);
    }

    /** Whether some of its numbers, or of its gradient's, are known by now and others are not. */
    boolean isInPart() {
        return IntStream.concat(shown(false).stream(), shown(true).stream()).anyMatch(this::isInPart);
    }

    private boolean isInPart(int shown) {
        return !state.knows(shown) && state.knows(shown, 0);
    }

    /** Whether something picked or just computed is about this value, its gradient, or an operation that it is made by. */
    boolean isAbout(Picked focus) {
        Program program = state.program();
        return gradient.equals(OptionalInt.of(focus.node()))
                || next().equals(OptionalInt.of(focus.node()))
                || named(program, about(program.node(focus.node()))) == node.id();
    }

    /** The value that a node is a gradient by or the new number of; itself where it is of none alone, as a norm over all is. */
    private static int about(Node node) {
        if (node.role() instanceof Role.Seed seed) {
            return seed.of();
        } else if (node.role() instanceof Role.Term term) {
            return term.wrt();
        } else if (node.role() instanceof Role.Total total) {
            return total.wrt();
        }
        return node.role() instanceof Role.Update update && update.param() >= 0 ? update.param() : node.id();
    }

    /** The value itself where it has a name; of an operation inside a line the named value that the line goes on to. */
    private static int named(Program program, int value) {
        int line = program.node(value).origin().line();
        return IntStream.range(value, program.size())
                .takeWhile(id -> id == value || !program.node(value).isNamed())
                .filter(id ->
                        program.node(id).isNamed() && program.node(id).origin().line() == line)
                .findFirst()
                .orElse(value);
    }

    /** A column's numbers on one line; empty where they are not computed yet, or there are none. */
    Optional<String> line(boolean ofGradient) {
        OptionalInt shown = shown(ofGradient);
        return shown.isEmpty() || isUnknown(shown.getAsInt())
                ? Optional.empty()
                : Optional.of(corners(shown.getAsInt(), Corners.MOST).line());
    }
}
