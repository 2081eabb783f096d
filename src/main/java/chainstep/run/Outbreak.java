package chainstep.run;

import chainstep.graph.Node;
import chainstep.graph.Program;
import chainstep.graph.Sources;
import java.util.BitSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;

/** Where bad numbers, such as NaN, came from within an iteration: the earliest that some of them were computed from, number by number. */
public record Outbreak(int node, int element) {
    /** The most numbers of one value that are followed, and the most that one is computed from. */
    private static final int MOST = 512;

    /**
     * The earliest bad number that led to some of a value's, itself among them; empty where those are not bad.
     *
     * @param elements of the value
     */
    public static Optional<Outbreak> of(Trace trace, int node, IntStream elements, DoublePredicate bad) {
        TreeMap<Integer, BitSet> open = new TreeMap<>();
        elements.filter(element -> bad.test(trace.get(node, element)))
                .forEach(element -> open(open, node).set(element));
        Optional<Outbreak> earliest = Optional.empty();
        while (!open.isEmpty()) {
            int id = open.lastKey();
            BitSet reached = open.remove(id);
            earliest = Optional.of(new Outbreak(id, reached.nextSetBit(0)));
            follow(trace, id, reached, bad, open);
        }
        return earliest;
    }

    private static BitSet open(TreeMap<Integer, BitSet> open, int node) {
        return open.computeIfAbsent(node, id -> new BitSet());
    }

    private static void follow(
            Trace trace, int id, BitSet reached, DoublePredicate bad, TreeMap<Integer, BitSet> open) {
        Program program = trace.program();
        Node node = program.node(id);
        if (node.isLeaf()) {
            return;
        }
        reached.stream()
                .limit(MOST)
                .mapToObj(element -> Sources.of(node.op(), program.operandShapes(node), element, MOST))
                .flatMap(sources -> sources.list().stream())
                .forEach(source -> {
                    int input = node.inputs().get(source.operand());
                    if (bad.test(trace.get(input, source.element()))) {
                        open(open, input).set(source.element());
                    }
                });
    }
}
