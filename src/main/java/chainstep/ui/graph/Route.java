package chainstep.ui.graph;

import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The way of an edge: from the right side of one box by the layout's bends to the left side of another, level at each point.
 *
 * @param points of no size, at least the first and the last
 */
record Route(List<Spot> points) {
    private static final double HEAD = 9;

    Route {
        points = List.copyOf(points);
    }

    static Map<Link, Route> all(List<Link> links, Arrangement places) {
        Map<Link, Route> routes = new HashMap<>();
        links.forEach(link -> routes.put(link, of(link, places)));
        return routes;
    }

    /** Level to the side of its column, and from the side of the last one on. */
    private static Route of(Link link, Arrangement places) {
        Spot box = places.spots().get(link.from());
        List<Spot> points = new ArrayList<>();
        points.add(new Spot(box.right(), box.centreY(), 0, 0));
        List<Spot> bends = places.bends().get(link);
        for (Spot bend : bends) {
            if (bend.x() > points.get(points.size() - 1).x() + 1) {
                points.add(bend);
            }
        }
        Spot last = points.remove(points.size() - 1);
        double end = places.spots().get(link.to()).x();
        if (end > last.x() + 12) {
            points.add(last);
        }
        points.add(new Spot(end, last.y(), 0, 0));
        return new Route(points);
    }

    Spot start() {
        return points.get(0);
    }

    Spot end() {
        return points.get(points.size() - 1);
    }

    /** With room for an arrow head at the end, or at the start. */
    Path2D curve(boolean backward) {
        Path2D curve = new Path2D.Double();
        double x = start().x() + (backward ? HEAD : 1);
        double y = start().y();
        curve.moveTo(x, y);
        for (int k = 1; k < points.size(); k++) {
            Spot point = points.get(k);
            double toX = point.x() - (k == points.size() - 1 && !backward ? HEAD : 0);
            double half = (toX - x) / 2;
            if (y == point.y()) {
                curve.lineTo(toX, y);
            } else {
                curve.curveTo(x + half, y, toX - half, point.y(), toX, point.y());
            }
            x = toX;
            y = point.y();
        }
        return curve;
    }

    /** The arrow head, at the reader for a value, at what is read for a gradient. */
    Path2D head(boolean backward, double size) {
        Spot tip = backward ? start() : end();
        double x = tip.x() + (backward ? 1 : -1);
        double back = backward ? size : -size;
        Path2D head = new Path2D.Double();
        head.moveTo(x, tip.y());
        head.lineTo(x + back, tip.y() - size * 0.5);
        head.lineTo(x + back, tip.y() + size * 0.5);
        head.closePath();
        return head;
    }

    /** Whether the edge comes by a place. */
    boolean passes(Spot place) {
        PathIterator way = curve(false).getPathIterator(null, 1);
        double[] to = new double[6];
        double x = start().x();
        double y = start().y();
        while (!way.isDone()) {
            way.currentSegment(to);
            Rectangle2D near = new Rectangle2D.Double(place.x(), place.y(), place.width(), place.height());
            if (near.intersectsLine(x, y, to[0], to[1])) {
                return true;
            }
            x = to[0];
            y = to[1];
            way.next();
        }
        return false;
    }

    /** What the edge covers. */
    Spot bounds() {
        return points.stream().reduce(Spot::with).orElseThrow().grown(8);
    }

    /** The middle, where it is told what runs along it. */
    Spot middle() {
        int k = points.size() / 2;
        Spot a = points.get(k - 1);
        Spot b = points.get(k);
        return new Spot((a.x() + b.x()) / 2, (a.y() + b.y()) / 2, 0, 0);
    }
}
