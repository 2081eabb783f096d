package chainstep.explain;

import chainstep.graph.Edge;
import chainstep.graph.Edges;
import chainstep.graph.Expression;
import chainstep.graph.Node;
import chainstep.graph.Program;
import chainstep.graph.Role;
import chainstep.run.Trace;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/**
 * The scalar graph of a program between shown values: edges found when asked for, by carrying derivatives forward through the
 * unnamed values of a line, on the elements reached only.
 *
 * <p>Cost of one call: the edges of the line that the element touches. Source: Griewank and Walther, Evaluating Derivatives,
 * ch. 3 and 7.
 */
final class LineEdges {
    /** A longer derivative is not written, and would be put together for nothing. */
    private static final int LONGEST = 256;

    private static final Carried START = new Carried(1, Optional.of(Simplify.ONE), Optional.empty());

    private final Program program;
    private final Trace trace;
    private final Names names;
    private final LocalSymbol symbols;
    private final Simplify simplify;
    private final int of;
    private final boolean symbolic;
    private final Map<Integer, List<Node>> consumers = new HashMap<>();

    /** What has been carried to one element of a value. */
    private record Carried(double value, Optional<Expression> written, Optional<Silence> silence) {
        Carried plus(Carried other) {
            Optional<Expression> sum = joined(other.written, (a, b) -> new Expression.Sum(List.of(a, b)));
            return new Carried(value + other.value, sum, silence.isPresent() ? other.silence : silence);
        }

        Optional<Expression> joined(Optional<Expression> other, BinaryOperator<Expression> join) {
            return written.flatMap(a -> other.map(b -> join.apply(a, b))).filter(e -> Parts.size(e) <= LONGEST);
        }
    }

    /**
     * @param of the value whose dependences are followed; nothing is carried to values it does not depend on
     * @param symbolic whether to find out how local derivatives are written, which takes time
     */
    LineEdges(Page page, int of, boolean symbolic) {
        this.of = of;
        this.symbolic = symbolic;
        this.program = page.program();
        this.trace = page.trace();
        this.names = page.names();
        this.simplify = new Simplify(page.magnitudes());
        this.symbols = new LocalSymbol(program, trace);
        BitSet behind = behind();
        for (Node node : program.nodes()) {
            if (behind.get(node.id())) {
                node.inputs().stream()
                        .distinct()
                        .forEach(input -> consumers
                                .computeIfAbsent(input, key -> new ArrayList<>())
                                .add(node));
            }
        }
    }

    private BitSet behind() {
        BitSet behind = new BitSet();
        behind.set(of);
        for (int id = of; id >= 0; id--) {
            if (behind.get(id)) {
                program.node(id).inputs().forEach(behind::set);
            }
        }
        return behind;
    }

    /** The edges from one element to the next shown values, or to the end, in program order. */
    List<LineEdge> from(int node, int element) {
        TreeMap<Integer, TreeMap<Integer, Carried>> front = new TreeMap<>();
        put(front, node, element, START);
        return from(node, front);
    }

    /** The edges of one use: by one operand of one operation. */
    List<LineEdge> from(Role.Term use, int element) {
        TreeMap<Integer, TreeMap<Integer, Carried>> front = new TreeMap<>();
        carry(program.node(use.through()), use.operand(), element, START, front);
        return from(use.wrt(), front);
    }

    private List<LineEdge> from(int node, TreeMap<Integer, TreeMap<Integer, Carried>> front) {
        List<LineEdge> edges = new ArrayList<>();
        while (!front.isEmpty()) {
            var next = front.pollFirstEntry();
            boolean arrived = next.getKey() != node && (next.getKey() == of || names.isRow(next.getKey()));
            next.getValue().forEach((place, carried) -> {
                if (arrived) {
                    edges.add(edge(next.getKey(), place, carried));
                } else {
                    carry(next.getKey(), place, carried, front);
                }
            });
        }
        return edges;
    }

    private LineEdge edge(int node, int element, Carried carried) {
        Optional<Expression> written = carried.written()
                .map(simplify::tidied)
                .map(e -> e instanceof Expression.Indicator ? number(carried.value()) : e)
                .filter(e -> Parts.size(e) <= 12);
        return new LineEdge(node, element, carried.value(), written, carried.silence());
    }

    /** A relu alone passes a gradient or does not: a number says it. */
    private static Expression number(double local) {
        return local == 0 ? Simplify.ZERO : Simplify.ONE;
    }

    private static void put(TreeMap<Integer, TreeMap<Integer, Carried>> front, int node, int element, Carried carried) {
        front.computeIfAbsent(node, key -> new TreeMap<>()).merge(element, carried, Carried::plus);
    }

    private void carry(int from, int element, Carried carried, TreeMap<Integer, TreeMap<Integer, Carried>> front) {
        for (Node node : consumers.getOrDefault(from, List.of())) {
            for (int operand = 0; operand < node.inputs().size(); operand++) {
                if (node.inputs().get(operand) == from) {
                    carry(node, operand, element, carried, front);
                }
            }
        }
    }

    private void carry(
            Node node, int operand, int element, Carried carried, TreeMap<Integer, TreeMap<Integer, Carried>> front) {
        List<Edge> edges = Edges.of(
                node.op(),
                program.operandShapes(node),
                (k, e) -> trace.get(node.inputs().get(k), e),
                operand,
                element);
        Map<Integer, Expression> written = symbolic ? symbols.from(node, operand, element) : Map.of();
        for (Edge edge : edges) {
            Optional<Silence> silence = carried.silence();
            if (edge.local() == 0 && silence.isEmpty()) {
                silence = Optional.of(new Silence(node.id(), operand, element, edge.output()));
            }
            Optional<Expression> local = symbols.within(node, operand, element, edge, written);
            Optional<Expression> product =
                    carried.joined(local, (so, here) -> new Expression.Product(List.of(here, so)));
            put(front, node.id(), edge.output(), new Carried(carried.value() * edge.local(), product, silence));
        }
    }
}
