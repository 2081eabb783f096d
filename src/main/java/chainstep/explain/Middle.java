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

/** What an operation makes on the way to its result: how it is lettered, and its numbers, from the operation's own nests. */
final class Middle {
    private static final Map<String, Form> LETTERS = Map.of(
            "μ", new Form("μ", "\\mu"),
            "σ²", new Form("σ²", "\\sigma^{2}"),
            "x̂", new Form("x̂", "\\hat{x}"),
            "ε", new Form("ε", "\\varepsilon"));

    private Middle() {}

    static Form letter(String letter) {
        return LETTERS.getOrDefault(letter, new Form(letter.replace('\'', '′'), letter));
    }

    /** An array by its letter, an element with its index: μ, μ₁, σ₁². */
    static Form form(Program program, Expression.Made made) {
        Form letter = letter(made.letter());
        Node node = program.node(made.node());
        Shape shape = node.op().nests(program.operandShapes(node)).shapeOf(made.array());
        if (made.element() < 0 || shape.isScalar()) {
            return letter;
        }
        int[] index = shape.index(made.element());
        String below = Lettering.lowered(index);
        boolean square = letter.plain().endsWith("²");
        String base = square ? letter.plain().substring(0, letter.plain().length() - 1) : letter.plain();
        return new Form(base + below + (square ? "²" : ""), letter.latex() + "_{" + Lettering.index(index) + "}");
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
