package chainstep.ui.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Sets columns side by side, as near as the edges between them allow; what is given may reach back under or over the column before,
 * where nothing is in its way.
 */
final class Packing {
    private static final double LEAST_GAP = 30;
    private static final double MOST_GAP = 150;
    private static final double GAP_PER_EDGE = 4;
    private static final double BESIDE = 12;
    private static final double CLEAR = 10;

    private final Layering.Columns part;
    private final double space;
    private final Map<Slot, Integer> leaving = new HashMap<>();
    private final Map<Slot, List<Slot>> before = new HashMap<>();
    private final Map<Slot, Spot> taken = new HashMap<>();
    private final Map<Integer, Spot> spots = new HashMap<>();
    private final Map<Link, List<Spot>> bends = new HashMap<>();
    private double bottom;

    private Packing(Layering.Columns part, double space) {
        this.part = part;
        this.space = space;
        part.ways().values().forEach(way -> {
            for (int k = 1; k < way.size(); k++) {
                leaving.merge(way.get(k - 1), 1, Integer::sum);
                before.computeIfAbsent(way.get(k), fresh -> new ArrayList<>()).add(way.get(k - 1));
            }
        });
    }

    /**
     * @param top where the highest box begins
     * @param space between columns, as a share of that where there is room
     */
    static Packing of(Layering.Columns part, double top, double space) {
        Packing packing = new Packing(part, space);
        double highest = part.columns().stream()
                .flatMap(List::stream)
                .mapToDouble(slot -> slot.y() - slot.height() / 2)
                .min()
                .orElse(0);
        packing.place(top - highest);
        part.ways()
                .forEach((link, way) ->
                        packing.bends.put(link, packing.bends(way, part.ports().get(link))));
        return packing;
    }

    Map<Integer, Spot> spots() {
        return spots;
    }

    Map<Link, List<Spot>> bends() {
        return bends;
    }

    /** The lowest place taken. */
    double bottom() {
        return bottom;
    }

    private void place(double down) {
        double right = 0;
        List<Slot> last = List.of();
        for (List<Slot> column : part.columns()) {
            double core = core(column, last);
            double gap = last.isEmpty() ? 0 : gap(edges(last));
            double next = right + gap + core;
            for (Slot slot : column) {
                if (slot.width() > core) {
                    next = Math.max(next, clear(slot, last, down) + slot.width());
                }
            }
            right = next;
            for (Slot slot : column) {
                put(slot, right, core, down);
            }
            last = column;
        }
    }

    private void put(Slot slot, double right, double core, double down) {
        double y = Math.round(slot.y() + down - slot.height() / 2);
        double width = slot.isPassing() ? core : slot.width();
        taken.put(slot, new Spot(right - core, y, core, slot.height()));
        slot.box().ifPresent(box -> {
            double own = width - slot.before();
            spots.put(box.id(), new Spot(right - own, y, own, slot.height()));
        });
        bottom = Math.max(bottom, y + slot.height());
    }

    /** The width that edges pass beside: of all slots but those that may reach back. */
    private double core(List<Slot> column, List<Slot> last) {
        double core = 0;
        double all = 0;
        for (Slot slot : column) {
            boolean reaches = !last.isEmpty() && !before.containsKey(slot) && !isPassed(slot, column);
            core = reaches ? core : Math.max(core, slot.width());
            all = Math.max(all, slot.width());
        }
        double most = last.stream().mapToDouble(Slot::width).max().orElse(0) + LEAST_GAP;
        return all - core > most ? all : core;
    }

    /** Whether an edge from the column before comes by at the height of a slot. */
    private boolean isPassed(Slot slot, List<Slot> column) {
        double top = slot.y() - slot.height() / 2 - CLEAR;
        double end = slot.y() + slot.height() / 2 + CLEAR;
        return column.stream()
                .anyMatch(to -> before.getOrDefault(to, List.of()).stream()
                        .anyMatch(from -> Math.min(from.y(), to.y() - to.height() / 2) < end
                                && Math.max(from.y(), to.y() + to.height() / 2) > top));
    }

    /** How far left a slot may reach. */
    private double clear(Slot slot, List<Slot> last, double down) {
        double y = Math.round(slot.y() + down - slot.height() / 2);
        Spot band = new Spot(0, y - BESIDE, 1, slot.height() + 2 * BESIDE);
        return last.stream()
                .map(taken::get)
                .filter(spot -> spot.y() < band.bottom() && spot.bottom() > band.y())
                .mapToDouble(spot -> spot.right() + BESIDE)
                .max()
                .orElse(0);
    }

    private int edges(List<Slot> column) {
        return column.stream().mapToInt(slot -> leaving.getOrDefault(slot, 0)).sum();
    }

    /** Wider where many edges have to find their way. */
    private double gap(int edges) {
        return Math.max(LEAST_GAP, Math.min(MOST_GAP, LEAST_GAP + GAP_PER_EDGE * Math.max(0, edges - 3)) * space);
    }

    private List<Spot> bends(List<Slot> way, double port) {
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
}
