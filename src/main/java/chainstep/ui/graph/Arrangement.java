package chainstep.ui.graph;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    static Arrangement of(Scheme scheme, Map<Integer, Face> faces, Plan plan) {
        Map<Integer, Spot> spots = new HashMap<>();
        Map<Link, List<Spot>> bends = new HashMap<>();
        Map<Link, Double> ports = new HashMap<>();
        Map<Link, Route> turns = new HashMap<>();
        Optional<Drawn> above = Optional.empty();
        for (Row row : plan.rows().all(scheme, plan.tail())) {
            Optional<Returns> returns = above.map(before -> new Returns(row, before.bends, before.bounds));
            double top = above.map(before -> before.bounds.bottom()).orElse(0.0)
                    + returns.map(Returns::height).orElse(0.0);
            Drawn drawn = Drawn.of(scheme, faces, row, top, plan.form().space());
            spots.putAll(drawn.spots);
            bends.putAll(drawn.bends);
            ports.putAll(drawn.ports);
            returns.ifPresent(back -> turns.putAll(back.routes(spots, drawn.bends)));
            above = Optional.of(drawn);
        }
        Hanging hanging = new Hanging(scheme, faces, plan.tail(), spots, bends);
        hanging.hang();
        turns.putAll(hanging.turns());
        ports.putAll(hanging.ports());
        for (Link link : scheme.edges()) {
            if (scheme.isRecall(link)) {
                RecalledNames names = faces.get(link.to()).names();
                turns.put(link, Route.recall(spots.get(link.to()), names.width(), names.end(link), ports.get(link)));
            }
        }
        return new Arrangement(spots, bends, turns);
    }

    /** One row, its parts that do not hang together under each other. */
    private record Drawn(Map<Integer, Spot> spots, Map<Link, List<Spot>> bends, Map<Link, Double> ports, Spot bounds) {
        static Drawn of(Scheme scheme, Map<Integer, Face> faces, Row row, double top, double space) {
            Drawn all = new Drawn(new HashMap<>(), new HashMap<>(), new HashMap<>(), new Spot(0, top, 0, 0));
            double next = top;
            double bottom = top;
            for (Layering.Columns part : Layering.of(scheme, faces, row)) {
                Straightening.straighten(part.columns(), space);
                Packing packing = Packing.of(part, next, space);
                all.spots.putAll(packing.spots());
                all.bends.putAll(packing.bends());
                all.ports.putAll(part.ports());
                bottom = packing.bottom();
                next = bottom + BETWEEN_PARTS;
            }
            Spot covered = all.spots.values().stream().reduce(all.bounds, Spot::with);
            return new Drawn(all.spots, all.bends, all.ports, covered.with(new Spot(0, bottom, 0, 0)));
        }
    }

    /** What all boxes cover, and the edges around them. */
    Spot bounds() {
        Stream<Spot> around = turns.values().stream()
                .filter(route -> route.way() == Route.Way.AROUND || route.way() == Route.Way.RETURN)
                .flatMap(route -> route.points().stream());
        return Stream.concat(spots.values().stream(), around).reduce(Spot::with).orElse(new Spot(0, 0, 1, 1));
    }
}
