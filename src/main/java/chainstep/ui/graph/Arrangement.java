package chainstep.ui.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the boxes are, and by which points the longer edges go, from left to right.
 *
 * @param bends of no size; an edge is level between the two sides of each column it passes
 */
record Arrangement(Map<Integer, Spot> spots, Map<Link, List<Spot>> bends) {
    private static final double BETWEEN_PARTS = 44;
    private static final double LEAST_GAP = 38;
    private static final double MOST_GAP = 150;
    private static final double GAP_PER_EDGE = 4;

    Arrangement {
        spots = Map.copyOf(spots);
        bends = Map.copyOf(bends);
    }

    static Arrangement of(Scheme scheme, Map<Integer, Face> faces) {
        Map<Integer, Spot> spots = new HashMap<>();
        Map<Link, List<Spot>> bends = new HashMap<>();
        double top = 0;
        for (Layering.Columns part : Layering.of(scheme, faces)) {
            Straightening.straighten(part.columns());
            double highest = part.columns().stream()
                    .flatMap(List::stream)
                    .mapToDouble(slot -> slot.y() - slot.height() / 2)
                    .min()
                    .orElse(0);
            top = place(part, top - highest, spots, bends) + BETWEEN_PARTS;
        }
        return new Arrangement(spots, bends);
    }

    /** Returns the lowest place taken. */
    private static double place(
            Layering.Columns part, double down, Map<Integer, Spot> spots, Map<Link, List<Spot>> bends) {
        Map<Slot, Spot> taken = new HashMap<>();
        Map<Slot, Integer> leaving = leaving(part);
        double x = 0;
        double lowest = 0;
        for (List<Slot> column : part.columns()) {
            double width = column.stream().mapToDouble(Slot::width).max().orElse(0);
            for (Slot slot : column) {
                double y = Math.round(slot.y() + down - slot.height() / 2);
                taken.put(slot, new Spot(x, y, width, slot.height()));
                double left = x + width - slot.width();
                slot.box().ifPresent(box -> spots.put(box.id(), new Spot(left, y, slot.width(), slot.height())));
                lowest = Math.max(lowest, y + slot.height());
            }
            x += width
                    + gap(column.stream()
                            .mapToInt(slot -> leaving.getOrDefault(slot, 0))
                            .sum());
        }
        part.ways()
                .forEach((link, way) ->
                        bends.put(link, bends(way, taken, part.ports().get(link))));
        return lowest;
    }

    /** Wider where many edges have to find their way. */
    private static double gap(long edges) {
        return Math.min(MOST_GAP, LEAST_GAP + GAP_PER_EDGE * Math.max(0, edges - 3));
    }

    /** How many edges leave each slot to the right. */
    private static Map<Slot, Integer> leaving(Layering.Columns part) {
        Map<Slot, Integer> leaving = new HashMap<>();
        part.ways()
                .values()
                .forEach(way -> way.subList(0, way.size() - 1).forEach(slot -> leaving.merge(slot, 1, Integer::sum)));
        return leaving;
    }

    private static List<Spot> bends(List<Slot> way, Map<Slot, Spot> taken, double port) {
        List<Spot> bends = new ArrayList<>();
        for (int k = 0; k < way.size(); k++) {
            Spot spot = taken.get(way.get(k));
            if (k > 0) {
                double off = k == way.size() - 1 ? port : 0;
                bends.add(new Spot(spot.x(), spot.centreY() + off, 0, 0));
            }
            if (k < way.size() - 1) {
                bends.add(new Spot(spot.right(), spot.centreY(), 0, 0));
            }
        }
        return bends;
    }

    /** What all boxes cover. */
    Spot bounds() {
        return spots.values().stream().reduce(Spot::with).orElse(new Spot(0, 0, 1, 1));
    }
}
