package chainstep.ui;

import chainstep.debug.Breakpoint;
import chainstep.graph.Node;
import chainstep.graph.Program;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A breakpoint on a value without a name, a term or a part of an update, as it outlives the process: its number, its line and what
 * computes it, {@code #17 5 matmul}. In a text that has changed it is found only where all three still agree.
 */
record Nameless(int node, int line, String op) {
    private static final Pattern WRITTEN = Pattern.compile("#(\\d{1,9}) (\\d{1,9}) (\\S+)");

    static Optional<Nameless> of(Breakpoint.Place place, Program program) {
        return place instanceof Breakpoint.OnNode on
                        && program.node(on.node()).name().isEmpty()
                ? Optional.of(of(program.node(on.node())))
                : Optional.empty();
    }

    private static Nameless of(Node node) {
        return new Nameless(node.id(), node.origin().line(), node.op().name().replace(' ', '_'));
    }

    static Optional<Nameless> read(String text) {
        Matcher written = WRITTEN.matcher(text);
        return written.matches()
                ? Optional.of(new Nameless(
                        Integer.parseInt(written.group(1)), Integer.parseInt(written.group(2)), written.group(3)))
                : Optional.empty();
    }

    /** The same value in a program that may be another. */
    Optional<Breakpoint.Place> in(Program program) {
        return node < program.size() && of(program.node(node)).equals(this)
                ? Optional.of(new Breakpoint.OnNode(node))
                : Optional.empty();
    }

    String text() {
        return "#" + node + " " + line + " " + op;
    }
}
