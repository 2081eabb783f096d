package chainstep.graph;

import chainstep.math.Shape;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The edges by which one element of an operand reaches the elements of the result, with their local derivatives.
 *
 * <p>Forward mode over the operation's nests, on the elements reached only: for {@code out[A(d)] += body(in[B(d)], …)} the
 * points d with B(d) = the element are solved for. The sum over the edges of local × upstream is the element's gradient.
 * Edges with a local of 0 are kept: a relu that is off, an entry of a window that did not win. Source: Griewank and Walther,
 * Evaluating Derivatives, ch. 3 (tangents), ch. 7 (sparsity).
 */
public final class Edges {
    private final Elements elements;
    private final Map<Integer, TreeMap<Integer, Double>> tangents = new TreeMap<>();

    private Edges(Elements elements) {
        this.elements = elements;
    }

    /**
     * The edges from one element, by ascending place in the result.
     *
     * @param inputs the operands' values: {@code (k, e) -> trace.get(node.inputs().get(k), e)}
     * @param operand the number of the operand
     * @param element the flat place of its element
     */
    public static List<Edge> of(Op op, List<Shape> shapes, Reading inputs, int operand, int element) {
        Nests nests = op.nests(shapes);
        Edges edges = new Edges(new Elements(nests, inputs));
        edges.tangents.put(operand, new TreeMap<>(Map.of(element, 1.0)));
        nests.list().forEach(edges::carry);
        return edges.tangents.getOrDefault(nests.result(), new TreeMap<>()).entrySet().stream()
                .map(entry -> new Edge(entry.getKey(), entry.getValue()))
                .toList();
    }

    private void carry(Nest nest) {
        for (int k = 0; k < nest.reads().size(); k++) {
            Nest.Read read = nest.reads().get(k);
            Map<Integer, Double> from = tangents.get(read.array());
            if (from != null) {
                Formula local = Derivative.of(nest.body(), k);
                Shape shape = elements.nests().shapeOf(read.array());
                from.forEach((element, tangent) -> Points.touching(
                        nest.domain(), read.map(), shape.index(element), point -> carry(nest, local, tangent, point)));
            }
        }
    }

    private void carry(Nest nest, Formula local, double tangent, int[] point) {
        int target = Points.element(nest.target(), elements.nests().shapeOf(nest.out()), point);
        if (target >= 0) {
            double carried =
                    tangent == 0 || isBeaten(nest, target, point) ? 0 : tangent * elements.evaluate(nest, local, point);
            tangents.computeIfAbsent(nest.out(), array -> new TreeMap<>()).merge(target, carried, Double::sum);
        }
    }

    /** Whether the nest takes a maximum that another point won. */
    private boolean isBeaten(Nest nest, int target, int[] point) {
        return nest.fold() == Nest.Fold.MAX
                && elements.get(nest.winner(), target) != Elements.position(nest.linear(), point);
    }
}
