package chainstep.explain;

import chainstep.graph.Expression;
import chainstep.graph.Node;
import chainstep.graph.Program;
import chainstep.graph.Role;
import java.util.BitSet;
import java.util.Optional;

/**
 * The nodes that are not worth a step of their own: gradients that only pass on what came in, to a value without a name, and
 * inner values of an update.
 */
final class Copies {
    private final BitSet silent = new BitSet();
    private final Program program;
    private final Names names;

    Copies(Program program, Names names) {
        this.program = program;
        this.names = names;
        Composition own = new Composition(program, id -> true);
        for (Node node : program.nodes()) {
            if (node.role() instanceof Role.Update
                    && !node.isLeaf()
                    && names.letters(node.id()).isEmpty()) {
                silent.set(node.id());
            } else if (node.role() instanceof Role.Term term
                    && names.letters(term.wrt()).isEmpty()
                    && node.name().isEmpty()
                    && isWhole(program, node, term)
                    && own.of(node.id()) instanceof Expression.Symbol) {
                silent.set(node.id());
            }
        }
    }

    private static boolean isWhole(Program program, Node node, Role.Term term) {
        return program.gradient(term.of(), term.wrt()).orElse(-1) == node.id();
    }

    /** Whether the node is a step of its own. */
    boolean isSpoken(int id) {
        return !silent.get(id);
    }

    /** Whether, from a value on to the named value of its line, gradients are only passed on: z2 = W2 h + b2, but not σ(W h). */
    boolean leadOn(int from) {
        int id = from;
        while (names.letters(id).isEmpty()) {
            int now = id;
            boolean silent = program.nodes().stream()
                    .anyMatch(
                            node -> node.role() instanceof Role.Term term && term.wrt() == now && !isSpoken(node.id()));
            Optional<Node> next = program.nodes().stream()
                    .filter(node ->
                            node.role() instanceof Role.Value && node.inputs().contains(now))
                    .findFirst();
            if (!silent || next.isEmpty()) {
                return false;
            }
            id = next.get().id();
        }
        return true;
    }
}
