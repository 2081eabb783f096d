package chainstep.ui.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where edges end at the left side of a box: under each other, in the order of what they come from, so that they do not cross. */
final class Ports {
    private static final double APART = 12;
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
            ports.putAll(of(slot.recalls(), sorted, slot.height()));
        }
        return ports;
    }

    /** What is recalled comes above and below the others, so that these end near the middle. */
    static Map<Link, Double> of(List<Link> recalls, List<Link> links, double height) {
        int half = recalls.size() / 2;
        List<Link> all = new ArrayList<>(recalls.subList(0, half));
        all.addAll(links);
        all.addAll(recalls.subList(half, recalls.size()));
        double apart = Math.min(APART, (height - CORNER) / Math.max(1, all.size()));
        Map<Link, Double> ports = new HashMap<>();
        for (int k = 0; k < all.size(); k++) {
            ports.put(all.get(k), (k - (all.size() - 1) / 2.0) * apart);
        }
        return ports;
    }

    /** How high a box must be for the names of what it recalls. */
    static double height(int edges) {
        return CORNER + edges * APART;
    }
}
