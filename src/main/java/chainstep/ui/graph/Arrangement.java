package chainstep.ui.graph;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where the boxes are, and by which points the longer edges go, from left to right.
 *
 * @param bends of no size; an edge is level between the two sides of each column it passes
 * @param turns the edges that do not go from left to right
 */
record Arrangement(Map<Integer, Spot> spots, Map<Link, List<Spot>> bends, Map<Link, Route> turns) {
    private static final double BETWEEN_PARTS = 44;

    Arrangement {
        spots = Map.copyOf(spots);
        bends = Map.copyOf(bends);
        turns = Map.copyOf(turns);
    }

    static Arrangement of(Scheme scheme, Map<Integer, Face> faces, Tail tail) {
        Map<Integer, Spot> spots = new HashMap<>();
        Map<Link, List<Spot>> bends = new HashMap<>();
        Map<Link, Double> ports = new HashMap<>();
        double top = 0;
        for (Layering.Columns part : Layering.of(scheme, faces, tail)) {
            Straightening.straighten(part.columns());
            Packing packing = Packing.of(part, top);
            spots.putAll(packing.spots());
            bends.putAll(packing.bends());
            ports.putAll(part.ports());
            top = packing.bottom() + BETWEEN_PARTS;
        }
        Map<Link, Route> turns = new HashMap<>();
        Hanging hanging = new Hanging(scheme, faces, tail, spots, bends);
        hanging.hang();
        turns.putAll(hanging.turns());
        ports.putAll(hanging.ports());
        for (Link link : scheme.edges()) {
            if (scheme.isRecall(link)) {
                double room = faces.get(link.to()).before();
                turns.put(link, Route.recall(spots.get(link.to()), room, ports.get(link)));
            }
        }
        return new Arrangement(spots, bends, turns);
    }

    /** What all boxes cover, and the edges around them. */
    Spot bounds() {
        Stream<Spot> around = turns.values().stream()
                .filter(route -> route.way() == Route.Way.AROUND)
                .flatMap(route -> route.points().stream());
        return Stream.concat(spots.values().stream(), around).reduce(Spot::with).orElse(new Spot(0, 0, 1, 1));
    }
}
