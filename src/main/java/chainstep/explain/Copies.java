package chainstep.explain;

import chainstep.graph.Expression;
import chainstep.graph.Node;
import chainstep.graph.Program;
import chainstep.graph.Role;
import chainstep.op.Slice;
import java.util.BitSet;

/**
 * The nodes that are not worth a step of their own: gradients that only pass on what came in, to a value without a name,
 * elements taken out of an array and their gradients put back, and inner values of an update.
 */
final class Copies {
    private final BitSet silent = new BitSet();

    /** The values from which gradients are only passed on to the named value of the line. */
    private final BitSet leading = new BitSet();

    private final Program program;
    private final Names names;
    private final Picks picks;

    Copies(Program program, Names names) {
        this.program = program;
        this.names = names;
        this.picks = new Picks(program, names);
        Composition own = new Composition(program, id -> true);
        for (Node node : program.nodes()) {
            if (node.role() instanceof Role.Update
                    && !node.isLeaf()
                    && names.letters(node.id()).isEmpty()) {
                silent.set(node.id());
            } else if (picks.isElement(node.id()) || picks.isPlaced(node)) {
                silent.set(node.id());
            } else if (node.role() instanceof Role.Term term
                    && names.letters(term.wrt()).isEmpty()
                    && !picks.isPick(term.wrt())
                    && node.name().isEmpty()
                    && isWhole(program, node, term)
                    && own.of(node.id()) instanceof Expression.Symbol) {
                silent.set(node.id());
            }
        }
        lead();
    }

    /** From the last node back: each value has its first reader behind it. */
    private void lead() {
        BitSet passedOn = new BitSet();
        int[] reader = new int[program.size()];
        for (int id = program.size() - 1; id >= 0; id--) {
            Node node = program.node(id);
            if (node.role() instanceof Role.Value) {
                node.inputs().forEach(input -> reader[input] = node.id());
            } else if (node.role() instanceof Role.Term term && !isSpoken(id) && !picks.isPlaced(node)) {
                passedOn.set(term.wrt());
            }
            boolean goesOn = passedOn.get(id) && reader[id] > 0 && leading.get(reader[id]);
            leading.set(id, names.letters(id).isPresent() || goesOn);
        }
    }

    /** The gradient that one by an inner value only passes on, number by number: called by that one's name. */
    static int passedOn(Program program, int id) {
        Node node = program.node(id);
        boolean inner = node.role() instanceof Role.Term term
                && node.name().isEmpty()
                && !program.node(term.wrt()).isNamed()
                && !(program.node(term.wrt()).op() instanceof Slice)
                && !Names.isPreactivation(program.node(term.wrt()))
                && isWhole(program, node, term);
        return inner
                        && new Composition(program, any -> true).of(id) instanceof Expression.Symbol symbol
                        && symbol.shape().equals(node.shape())
                ? passedOn(program, symbol.node())
                : id;
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
        return leading.get(from);
    }
}
