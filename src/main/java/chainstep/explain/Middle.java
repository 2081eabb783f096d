package chainstep.explain;

import chainstep.graph.Elements;
import chainstep.graph.Expression;
import chainstep.graph.Nests;
import chainstep.graph.Node;
import chainstep.graph.Program;
import chainstep.math.Shape;
import chainstep.math.Tensor;
import chainstep.run.Trace;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an operation makes on the way to its result: how it is lettered, and its numbers, from the operation's own nests. */
final class Middle {
    /** The letters of a normalisation, in LaTeX. */
    private static final Map<String, String> LETTERS =
            Map.of("μ", "\\mu", "σ", "\\sigma", "x̂", "\\hat{x}", "ε", "\\varepsilon");

    private static final String APART = "_norm";

    private Middle() {}

    /** A letter by itself; one that a value of the user's is called by gives way: μ_norm. */
    static Form letter(Names names, String letter) {
        return letter(names, letter, new int[0]);
    }

    /** An array by its letter, an element with its index: μ, μ₁, σ₁². */
    static Form form(Program program, Names names, Expression.Made made) {
        Node node = program.node(made.node());
        Shape shape = node.op().nests(program.operandShapes(node)).shapeOf(made.array());
        boolean whole = made.element() < 0 || shape.isScalar();
        return letter(names, made.letter(), whole ? new int[0] : shape.index(made.element()));
    }

    private static Form letter(Names names, String letter, int[] index) {
        String square = letter.endsWith("²") ? "²" : "";
        String base = letter.substring(0, letter.length() - square.length());
        String apart = "";
        while (LETTERS.containsKey(base) && names.isTaken(base + apart)) {
            apart = apart + APART;
        }
        String below = Stream.of(apart.replace(APART, "\\mathrm{norm}"), Lettering.index(index))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(","));
        return new Form(
                base.replace('\'', '′') + apart + Lettering.lowered(index) + square,
                LETTERS.getOrDefault(base, base)
                        + (square.isEmpty() ? "" : "^{2}")
                        + (below.isEmpty() ? "" : "_{" + below + "}"));
    }

    /** Its numbers in the iteration of a trace. */
    static Tensor of(Trace trace, Expression.Made made) {
        Node node = trace.program().node(made.node());
        Nests nests = node.op().nests(trace.program().operandShapes(node));
        Elements elements =
                new Elements(nests, (k, e) -> trace.get(node.inputs().get(k), e));
        if (made.element() >= 0) {
            return Tensor.scalar(elements.get(made.array(), made.element()));
        }
        double[] values = new double[made.shape().size()];
        Arrays.setAll(values, e -> elements.get(made.array(), e));
        return Tensor.of(made.shape(), values);
    }
}
