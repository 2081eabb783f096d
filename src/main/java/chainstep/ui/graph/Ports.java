package chainstep.ui.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where edges end at the left side of a box: under each other, in the order of what they come from, so that they do not cross. */
final class Ports {
    private static final double APART = 12;
    /** As high as an arrow head. */
    private static final double HEAD = 9;

    private static final double CORNER = 16;

    private Ports() {}

    /** How far from the middle of the side each edge ends. */
    static Map<Link, Double> of(Map<Link, List<Slot>> ways, List<List<Slot>> columns) {
        Map<Slot, Integer> order = new HashMap<>();
        columns.forEach(column -> column.forEach(slot -> order.put(slot, order.size())));
        Map<Slot, List<Link>> ending = new HashMap<>();
        ways.forEach((link, way) -> ending.computeIfAbsent(way.get(way.size() - 1), fresh -> new ArrayList<>())
                .add(link));
        Map<Link, Double> ports = new HashMap<>();
        for (Slot slot : order.keySet()) {
            List<Link> links = ending.getOrDefault(slot, List.of());
            List<Link> sorted = links.stream()
                    .sorted(Comparator.comparingInt(
                            link -> order.get(ways.get(link).get(ways.get(link).size() - 2))))
                    .toList();
            ports.putAll(of(slot.names(), sorted, slot.height()));
        }
        return ports;
    }

    /** What is recalled comes above and below the others, so that these end near the middle. */
    static Map<Link, Double> of(RecalledNames names, List<Link> links, double height) {
        int half = names.lines().size() / 2;
        List<List<Link>> all = new ArrayList<>(names.lines().subList(0, half));
        links.forEach(link -> all.add(List.of(link)));
        all.addAll(names.lines().subList(half, names.lines().size()));
        double apart = Math.min(APART, (height - CORNER) / Math.max(1, all.size()));
        Map<Link, Double> ports = new HashMap<>();
        for (int k = 0; k < all.size(); k++) {
            double port = (k - (all.size() - 1) / 2.0) * apart;
            all.get(k).forEach(link -> ports.put(link, port));
        }
        return ports;
    }

    /**
     * How high a box must be for all that ends at its left side.
     *
     * @param edges how many there are beside the names
     */
    static double height(RecalledNames names, int edges) {
        return CORNER + (names.lines().size() + edges) * (names.isEmpty() ? HEAD : APART);
    }
}
