package chainstep.cli;

import chainstep.graph.Node;
import chainstep.graph.Origin;
import chainstep.graph.Program;
import chainstep.graph.Role;
import chainstep.lang.Source;
import chainstep.lang.Span;
import chainstep.math.Shape;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Values and their elements as a user would name them. */
final class Places {
    /** What stands before the brackets of a call: {@code np.clip}, or behind a value, {@code (a + b).clip}; perhaps a name and = before it. */
    private static final Pattern CALLED = Pattern.compile("(?:.*[.=]\\s*)?(\\w+)", Pattern.DOTALL);

    /** What is built of a maximum and a minimum, wherever it stands in a statement. */
    private static final Pattern CLIPPED = Pattern.compile("\\b(clip|clamp)\\s*\\(");

    private Places() {}

    /** {@code [0, 1]}; nothing for a scalar's only element. */
    static String index(Shape shape, int element) {
        return shape.isScalar()
                ? ""
                : Arrays.stream(shape.index(element))
                        .mapToObj(String::valueOf)
                        .collect(Collectors.joining(", ", "[", "]"));
    }

    /** The node whose function the user wrote: of what comes back through a relu, the relu. */
    static Node written(Program program, Node node) {
        return node.role() instanceof Role.Term term ? written(program, program.node(term.through())) : node;
    }

    /** The function that a node computes as the source calls it: clip, of which the node may be the minimum. */
    static String function(Source source, Node node) {
        Origin at = node.origin();
        String own = node.op().name();
        if (at.line() == 0) {
            return own;
        }
        String text = source.text(new Span(at.line(), at.column(), at.endLine(), at.endColumn()));
        if (text.contains(own)) {
            return own;
        }
        Matcher clipped = CLIPPED.matcher(text);
        Matcher called = CALLED.matcher(text.substring(0, opening(text)));
        return clipped.find() ? clipped.group(1) : called.matches() ? called.group(1) : own;
    }

    /** Where the bracket opens that the text's last character closes; 0 where that closes none. */
    private static int opening(String text) {
        int depth = 0;
        for (int k = text.length() - 1; k > 0; k--) {
            depth += text.charAt(k) == ')' ? 1 : text.charAt(k) == '(' ? -1 : 0;
            if (depth == 0) {
                return text.endsWith(")") ? k : 0;
            }
        }
        return 0;
    }

    /** {@code 2×3}; {@code 1} for a scalar. */
    static String extents(Shape shape) {
        return shape.isScalar()
                ? "1"
                : Arrays.stream(shape.dims()).mapToObj(String::valueOf).collect(Collectors.joining("×"));
    }
}
