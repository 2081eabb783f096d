package chainstep.ui.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Columns for a graph too large for {@link Layering}, whose search would take too deep a stack: each box one column after the last
 * it is computed from, what is given just before what reads it first. O(boxes + edges); edges may cross, and pass behind boxes.
 */
final class LongestPaths {
    /** Up to as many boxes there is a better way. */
    static final int MANY = 3000;

    /** So many columns may all edges together pass through, where each place passed is weighed against its neighbours. */
    private static final long PASSED = 12_000;

    private LongestPaths() {}

    /** Whether a row of the graph is too large for {@link Layering}: in boxes, or in what edges pass on their way. */
    static boolean areBetter(Scheme scheme, Row row) {
        if (row.boxes().size() > MANY) {
            return true;
        }
        Map<Integer, Integer> depths = depths(scheme);
        long passed = row.links().stream()
                .mapToLong(link -> depths.get(link.to()) - depths.get(link.from()))
                .sum();
        return passed > PASSED;
    }

    static Layering.Columns of(Scheme scheme, Map<Integer, Face> faces) {
        Map<Integer, Integer> depths = depths(scheme);
        Map<Integer, Slot> slots = new HashMap<>();
        Map<Integer, List<Slot>> columns = new TreeMap<>();
        for (Box box : scheme.boxes()) {
            Slot slot = Slot.of(box, faces.get(box.id()));
            slots.put(box.id(), slot);
            columns.computeIfAbsent(depths.get(box.id()), fresh -> new ArrayList<>())
                    .add(slot);
        }
        Map<Link, List<Slot>> ways = new HashMap<>();
        List<Link> drawn =
                scheme.edges().stream().filter(link -> !scheme.isRecall(link)).toList();
        drawn.forEach(link -> ways.put(link, List.of(slots.get(link.from()), slots.get(link.to()))));
        List<List<Slot>> all = List.copyOf(columns.values());
        Map<Link, Double> ports = Ports.of(ways, all);
        ways.forEach((link, way) -> Slot.join(way.get(0), way.get(1), ports.get(link)));
        return new Layering.Columns(all, ways, ports);
    }

    /** What is computed one column apart from what is given for it. */
    private static Map<Integer, Integer> depths(Scheme scheme) {
        Map<Integer, Integer> depths = Depths.of(scheme.boxes(), scheme.edges());
        Map<Integer, Integer> first = new HashMap<>();
        scheme.edges().forEach(link -> first.merge(link.from(), depths.get(link.to()), Math::min));
        Map<Integer, Integer> columns = new HashMap<>();
        for (Box box : scheme.boxes()) {
            boolean given = box.kind().isGiven();
            columns.put(box.id(), given ? first.getOrDefault(box.id(), 0) : depths.get(box.id()) + 1);
        }
        return columns;
    }
}
