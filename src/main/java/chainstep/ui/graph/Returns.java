package chainstep.ui.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The edges from one row to the next: out at the right of the one, back between both, in at the left of the other, each value on a
 * track of its own.
 */
final class Returns {
    private static final double BESIDE = 16;
    private static final double TRACK = 9;
    private static final double BETWEEN = 22;

    private final Row row;
    private final Map<Link, List<Spot>> out;
    private final Spot above;

    /**
     * @param row the one they come into
     * @param out the ways in the row above, those to its right end among them
     * @param above what the row above covers
     */
    Returns(Row row, Map<Link, List<Spot>> out, Spot above) {
        this.row = row;
        this.out = out;
        this.above = above;
    }

    /** The room they need between both rows. */
    double height() {
        return height(values().size());
    }

    /** That for so many values. */
    static double height(int values) {
        return BETWEEN + TRACK * Math.max(0, values - 1) + BETWEEN / 2;
    }

    /** The highest in the row above comes first: it goes around all the others. */
    private List<Integer> values() {
        return row.entering().stream()
                .map(Link::from)
                .distinct()
                .sorted(Comparator.comparingDouble(value -> exit(value).y()))
                .toList();
    }

    private Spot exit(int value) {
        List<Spot> way = out.get(new Link(value, Row.OUT));
        return way.get(way.size() - 1);
    }

    /**
     * @param spots of all boxes
     * @param in the ways in the row they come into, from its left end on
     */
    Map<Link, Route> routes(Map<Integer, Spot> spots, Map<Link, List<Spot>> in) {
        Map<Link, Route> routes = new HashMap<>();
        List<Integer> values = values();
        double edge = values.stream()
                .mapToDouble(value -> exit(value).x() + BESIDE / 2)
                .reduce(above.right() + BESIDE, Math::max);
        for (Link link : row.entering()) {
            int track = values.indexOf(link.from());
            double right = edge + TRACK * (values.size() - 1 - track);
            double level = above.bottom() + BETWEEN + TRACK * (values.size() - 1 - track);
            double left = -BESIDE - TRACK * track;
            Spot from = spots.get(link.from());
            Spot to = spots.get(link.to());
            List<Spot> points = new ArrayList<>();
            points.add(point(from.right(), from.centreY()));
            Route.ahead(points, out.get(new Link(link.from(), Row.OUT)));
            List<Spot> way = in.get(link);
            points.add(point(right, points.get(points.size() - 1).y()));
            points.add(point(right, level));
            points.add(point(left, level));
            points.add(point(left, way.get(0).y()));
            Route.ahead(points, way);
            Spot last = points.remove(points.size() - 1);
            if (to.x() > last.x() + 12) {
                points.add(last);
            }
            points.add(point(to.x(), last.y()));
            routes.put(link, new Route(Route.Way.RETURN, points));
        }
        return routes;
    }

    private static Spot point(double x, double y) {
        return new Spot(x, y, 0, 0);
    }
}
