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
        ending.forEach((slot, links) -> {
            links.sort(Comparator.comparingInt(
                    link -> order.get(ways.get(link).get(ways.get(link).size() - 2))));
            double apart = Math.min(APART, (slot.height() - CORNER) / links.size());
            for (int k = 0; k < links.size(); k++) {
                ports.put(links.get(k), (k - (links.size() - 1) / 2.0) * apart);
            }
        });
        return ports;
    }
}
