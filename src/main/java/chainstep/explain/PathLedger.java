package chainstep.explain;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Every way by which one element reaches the value differentiated: counted, the greatest listed, the rest summed.
 *
 * <p>Ways lead through shown values; what a line does in between is one edge. Counting and choosing are dynamic programs over
 * the elements reached (the k best ways of an element come from the k best of its neighbours), so no list of all ways is ever
 * made: time O(edges·k·log k).
 *
 * @param of the value differentiated, a single number
 * @param wrt the value
 * @param element its element's flat place
 * @param count how many ways there are, those that contribute 0 included
 * @param listed the greatest by magnitude, greatest first
 * @param total the gradient: the sum over all of them
 * @param fed for each shown value that the element itself goes into, the elements it goes into
 * @param reached for each shown value on the way, the elements the ways go through
 */
record PathLedger(
        int of,
        int wrt,
        int element,
        BigInteger count,
        List<Path> listed,
        double total,
        Map<Integer, List<Integer>> fed,
        Map<Integer, List<Integer>> reached) {
    /** How many ways are listed. */
    static final int LISTED = 20;

    static PathLedger of(Page page, int of, int wrt, int element) {
        return new Search(page, of).ledger(wrt, element);
    }

    /** What the ways that are not listed add up to: exactly 0 where the least one listed gives nothing. */
    double rest() {
        boolean nothing = !listed.isEmpty() && listed.get(listed.size() - 1).product() == 0;
        return nothing ? 0 : total - listed.stream().mapToDouble(Path::product).sum();
    }

    private record Vertex(int node, int element) implements Comparable<Vertex> {
        @Override
        public int compareTo(Vertex other) {
            return Comparator.comparingInt(Vertex::node)
                    .thenComparingInt(Vertex::element)
                    .compare(this, other);
        }
    }

    /** What is known of a vertex: its ways to the end. */
    private record Ways(BigInteger count, List<Path> best, double total) {}

    private static final class Search {
        private final int of;
        private final LineEdges edges;
        private final TreeMap<Vertex, List<LineEdge>> graph = new TreeMap<>();
        private final Map<Vertex, Ways> ways = new HashMap<>();

        Search(Page page, int of) {
            this.of = of;
            this.edges = new LineEdges(page, of, false);
        }

        PathLedger ledger(int wrt, int element) {
            Vertex start = new Vertex(wrt, element);
            explore(start);
            graph.descendingMap().forEach((vertex, out) -> ways.put(vertex, ways(vertex, out)));
            Map<Integer, List<Integer>> reached = new TreeMap<>();
            graph.keySet()
                    .forEach(vertex -> reached.computeIfAbsent(vertex.node(), key -> new ArrayList<>())
                            .add(vertex.element()));
            Map<Integer, List<Integer>> fed = new TreeMap<>();
            graph.get(start)
                    .forEach(edge -> fed.computeIfAbsent(edge.node(), key -> new ArrayList<>())
                            .add(edge.element()));
            Ways all = ways.get(start);
            return new PathLedger(of, wrt, element, all.count(), all.best(), all.total(), fed, reached);
        }

        /** Vertices in program order: every edge leads to a later one. */
        private void explore(Vertex start) {
            TreeMap<Vertex, Boolean> front = new TreeMap<>(Map.of(start, true));
            while (!front.isEmpty()) {
                Vertex vertex = front.pollFirstEntry().getKey();
                List<LineEdge> out = vertex.node() == of ? List.of() : edges.from(vertex.node(), vertex.element());
                graph.put(vertex, out);
                out.forEach(edge -> front.put(new Vertex(edge.node(), edge.element()), true));
            }
        }

        private Ways ways(Vertex vertex, List<LineEdge> out) {
            if (vertex.node() == of) {
                return new Ways(BigInteger.ONE, List.of(Path.end(of, vertex.element())), 1);
            }
            BigInteger count = BigInteger.ZERO;
            List<Path> paths = new ArrayList<>();
            double total = 0;
            for (LineEdge edge : out) {
                Ways on = ways.get(new Vertex(edge.node(), edge.element()));
                count = count.add(on.count());
                total += edge.local() * on.total();
                on.best().forEach(path -> paths.add(path.after(vertex.node(), vertex.element(), edge)));
            }
            List<Path> best = paths.stream()
                    .sorted(Comparator.comparingDouble((Path path) -> -Math.abs(path.product())))
                    .limit(LISTED)
                    .toList();
            return new Ways(count, best, total);
        }
    }
}
