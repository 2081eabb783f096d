package chainstep.ui.graph;

import chainstep.explain.Explainer;
import chainstep.graph.Leaf;
import chainstep.graph.Node;
import chainstep.graph.Program;
import chainstep.graph.Role;
import chainstep.math.Shape;
import chainstep.run.Trace;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/** The figures of one iteration's values, each made when first asked for, by whichever thread. */
final class FigureBook {
    /** So many decimals fewer than in a derivation: a box is small, and its tip tells all of them. */
    /** An image has as many rows and columns at most if its numbers are shown: in a larger one they say less than it does. */
    private static final int IMAGE = 4;

    private static final int FEWER = 2;

    /** From here on numbers have few decimals anyway, and keep them. */
    private static final double LARGE = 100;

    private static final int FEWEST = 3;
    private static final int USUAL = 4;

    private final Trace trace;
    private final Explainer explainer;
    /** Whether iterations differ. */
    private final boolean changes;

    /** How many characters a row of numbers has at most. */
    private final int longest;

    private final Map<Integer, Figures> made = new ConcurrentHashMap<>();
    private final Map<Integer, Integer> sick = new ConcurrentHashMap<>();

    FigureBook(Trace trace, Explainer explainer, int longest) {
        this.trace = trace;
        this.explainer = explainer;
        this.longest = longest;
        this.changes = trace.program().nodes().stream()
                .anyMatch(node -> node.role() instanceof Role.Update || node.op() instanceof Leaf leaf && varies(leaf));
    }

    Figures of(int node) {
        return made.computeIfAbsent(node, this::make);
    }

    /** The first number of a value that is not finite; as many as there are where all are. */
    int firstSick(int node) {
        return sick.computeIfAbsent(node, id -> {
            int size = trace.program().node(id).shape().size();
            return IntStream.range(0, size)
                    .filter(element -> !Double.isFinite(trace.get(id, element)))
                    .findFirst()
                    .orElse(size);
        });
    }

    int longest() {
        return longest;
    }

    /** Whether of those made by now one is a heat map only because its numbers are too long. */
    boolean isShort() {
        return made.entrySet().stream()
                .anyMatch(one -> one.getValue() instanceof Figures.Heat
                        && isSmall(trace.program().node(one.getKey()).shape()));
    }

    private Figures make(int node) {
        Program program = trace.program();
        Shape shape = program.node(node).shape();
        int across = shape.rank() < 2 ? 1 : shape.dim(shape.rank() - 1);
        if (isSmall(shape)) {
            int wanted = isLarge(node) ? explainer.digits() : Math.max(FEWEST, explainer.digits() - FEWER);
            for (int digits = wanted; digits >= Math.min(wanted, USUAL); digits--) {
                Figures.Numbers numbers = numbers(program.node(node), digits, across);
                if (numbers.columns() <= longest) {
                    return numbers;
                }
            }
        }
        return HeatMap.of(trace.value(node));
    }

    /** Whether all its numbers are shown; of what has more than rows and columns, those of one small image of one channel. */
    private static boolean isSmall(Shape shape) {
        int most = shape.rank() <= 2 ? Figures.MOST : IMAGE;
        return IntStream.range(0, shape.rank())
                .allMatch(axis -> shape.dim(axis) <= (axis < shape.rank() - 2 ? 1 : most));
    }

    private boolean isLarge(int node) {
        return Arrays.stream(trace.value(node).toArray())
                .anyMatch(number -> Math.abs(number) >= LARGE && Double.isFinite(number));
    }

    private Figures.Numbers numbers(Node node, int digits, int across) {
        boolean update = node.role() instanceof Role.Update;
        int usual = update || Scheme.about(node).isEmpty() ? Alignment.VALUE : Alignment.GRADIENT;
        int wide = usual + digits - USUAL;
        return Alignment.of(
                explainer.numbers(node.id(), digits),
                (element, room) -> explainer.number(node.id(), element, room),
                digits,
                across,
                wide,
                varies(node),
                longest);
    }

    /** Whether other iterations have other numbers of it. */
    private boolean varies(Node node) {
        boolean given =
                node.op() instanceof Leaf leaf && leaf.kind() != Leaf.Kind.PARAM && leaf.kind() != Leaf.Kind.STATE;
        return given ? varies((Leaf) node.op()) : changes;
    }

    private static boolean varies(Leaf leaf) {
        return leaf.supply().varies();
    }
}
