package chainstep.ui.graph;

import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The way of an edge: level at each point from the right side of one box by the layout's bends to the left side of another, or in
 * one of the other ways.
 *
 * @param points of no size, at least the first and the last
 */
record Route(Way way, List<Spot> points) {
    /** Which sides of boxes an edge joins. */
    enum Way {
        /** Right to left. */
        ACROSS,
        /** Bottom to top. */
        DOWN,
        /** Right to right, around what is between. */
        AROUND,
        /** From a name to the left side beside it. */
        RECALL,
        /** Right to left, by the right end of one row and the left end of the next. */
        RETURN
    }

    /** How long the line from a name is, with the gaps at its ends. */
    static final double RECALL = 34;

    private static final double HEAD = 9;
    private static final double AROUND = 26;
    private static final double DOWN = 12;
    private static final double NAME_GAP = 5;
    private static final double ROUND = 7;
    /** How high the letters of a name are. */
    private static final double LETTER = 10;

    Route {
        points = List.copyOf(points);
    }

    static Map<Link, Route> all(List<Link> links, Arrangement places) {
        Map<Link, Route> routes = new HashMap<>(places.turns());
        links.forEach(link -> routes.computeIfAbsent(link, fresh -> across(fresh, places)));
        return routes;
    }

    /** Level to the side of its column, and from the side of the last one on. */
    private static Route across(Link link, Arrangement places) {
        Spot box = places.spots().get(link.from());
        List<Spot> points = new ArrayList<>();
        points.add(new Spot(box.right(), box.centreY(), 0, 0));
        ahead(points, places.bends().get(link));
        Spot last = points.remove(points.size() - 1);
        double end = places.spots().get(link.to()).x();
        if (end > last.x() + 12) {
            points.add(last);
        }
        points.add(new Spot(end, last.y(), 0, 0));
        return new Route(Way.ACROSS, points);
    }

    /** Goes on by those points that lie ahead. */
    static void ahead(List<Spot> points, List<Spot> bends) {
        for (Spot bend : bends) {
            if (bend.x() > points.get(points.size() - 1).x() + 1) {
                points.add(bend);
            }
        }
    }

    /** Straight down, near the left of where both boxes are: at the right there is room for what is told of it. */
    static Route down(Spot from, Spot to) {
        double x = Math.max(from.x(), to.x()) + DOWN;
        return new Route(Way.DOWN, List.of(new Spot(x, from.bottom(), 0, 0), new Spot(x, to.y(), 0, 0)));
    }

    static Route around(Spot from, Spot to) {
        double out = Math.max(from.right(), to.right()) + AROUND;
        return new Route(
                Way.AROUND,
                List.of(
                        new Spot(from.right(), from.centreY(), 0, 0),
                        new Spot(out, (from.centreY() + to.centreY()) / 2, 0, 0),
                        new Spot(to.right(), to.centreY(), 0, 0)));
    }

    /**
     * @param room left of the box
     * @param end how far left of the line's end the name ends, for others in between
     * @param off from the middle of its left side
     */
    static Route recall(Spot to, double room, double end, double off) {
        double y = to.centreY() + off;
        double line = to.x() - Math.min(room, RECALL - NAME_GAP);
        return new Route(
                Way.RECALL,
                List.of(
                        new Spot(to.x() - room, y, 0, 0),
                        new Spot(line - NAME_GAP - end, y, 0, 0),
                        new Spot(line, y, 0, 0),
                        new Spot(to.x(), y, 0, 0)));
    }

    /** Where the name of what is recalled stands. */
    Optional<Spot> label() {
        Spot first = points.get(0);
        return way == Way.RECALL
                ? Optional.of(new Spot(first.x(), first.y() - LETTER / 2, nameEnd() - first.x(), LETTER))
                : Optional.empty();
    }

    /** Where the name that is before it ends. */
    double nameEnd() {
        return points.get(1).x();
    }

    Spot start() {
        return points.get(way == Way.RECALL ? 2 : 0);
    }

    Spot end() {
        return points.get(points.size() - 1);
    }

    /** With room for an arrow head at the end, or at the start. */
    Path2D curve(boolean backward) {
        return switch (way) {
            case ACROSS, RETURN -> level(backward);
            case RECALL -> line(backward ? HEAD : 1, 0, backward ? 0 : HEAD);
            case DOWN -> line(0, backward ? HEAD : 1, backward ? 0 : HEAD);
            case AROUND -> bow(backward ? HEAD : 1, backward ? 1 : HEAD);
        };
    }

    private Path2D line(double right, double down, double before) {
        Path2D line = new Path2D.Double();
        boolean upright = way == Way.DOWN;
        line.moveTo(start().x() + right, start().y() + down);
        line.lineTo(end().x() - (upright ? 0 : before), end().y() - (upright ? before : 0));
        return line;
    }

    private Path2D bow(double after, double before) {
        double out = points.get(1).x();
        Path2D bow = new Path2D.Double();
        bow.moveTo(start().x() + after, start().y());
        bow.curveTo(out, start().y(), out, start().y(), out, points.get(1).y());
        bow.curveTo(out, end().y(), out, end().y(), end().x() + before, end().y());
        return bow;
    }

    private Path2D level(boolean backward) {
        Path2D curve = new Path2D.Double();
        double x = start().x() + (backward ? HEAD : 1);
        double y = start().y();
        curve.moveTo(x, y);
        for (int k = 1; k < points.size(); k++) {
            Spot point = points.get(k);
            double toX = point.x() - (k == points.size() - 1 && !backward ? HEAD : 0);
            double half = (toX - x) / 2;
            if (isUpright(k) || y == point.y() && k < points.size() - 1 && isUpright(k + 1)) {
                corner(curve, k);
            } else if (y == point.y()) {
                curve.lineTo(toX, y);
            } else {
                curve.curveTo(x + half, y, toX - half, point.y(), toX, point.y());
            }
            x = toX;
            y = point.y();
        }
        return curve;
    }

    /** Whether the edge goes straight up or down to a point. */
    private boolean isUpright(int k) {
        return points.get(k).x() == points.get(k - 1).x();
    }

    /** On to a point and around its corner. */
    private void corner(Path2D curve, int k) {
        Spot at = points.get(k);
        Spot start = toward(at, points.get(k - 1));
        Spot end = toward(at, points.get(k + 1));
        curve.lineTo(start.x(), start.y());
        curve.quadTo(at.x(), at.y(), end.x(), end.y());
    }

    private static Spot toward(Spot from, Spot to) {
        double far = Math.hypot(to.x() - from.x(), to.y() - from.y());
        double part = far == 0 ? 0 : Math.min(ROUND, far / 2) / far;
        return new Spot(from.x() + part * (to.x() - from.x()), from.y() + part * (to.y() - from.y()), 0, 0);
    }

    /** Where a return to the next row begins to go back. */
    private int turn() {
        int k = 1;
        while (!isUpright(k)) {
            k++;
        }
        return k;
    }

    /** The way in straight pieces. */
    List<Line2D> lines(boolean backward) {
        List<Line2D> lines = new ArrayList<>();
        double[] to = new double[6];
        Point2D from = new Point2D.Double();
        for (PathIterator way = curve(backward).getPathIterator(null, 1); !way.isDone(); way.next()) {
            if (way.currentSegment(to) == PathIterator.SEG_LINETO) {
                lines.add(new Line2D.Double(from.getX(), from.getY(), to[0], to[1]));
            }
            from.setLocation(to[0], to[1]);
        }
        return lines;
    }

    /** The arrow head, at the reader for a value, at what is read for a gradient. */
    Path2D head(boolean backward, double size) {
        Spot tip = backward ? start() : end();
        double turn = switch (way) {
            case ACROSS, RECALL, RETURN -> backward ? Math.PI : 0;
            case DOWN -> backward ? -Math.PI / 2 : Math.PI / 2;
            case AROUND -> Math.PI;
        };
        Path2D head = new Path2D.Double();
        head.moveTo(-1, 0);
        head.lineTo(-1 - size, -size * 0.5);
        head.lineTo(-1 - size, size * 0.5);
        head.closePath();
        AffineTransform place = AffineTransform.getTranslateInstance(tip.x(), tip.y());
        place.rotate(turn);
        head.transform(place);
        return head;
    }

    /** Whether the edge comes by a place. */
    boolean passes(Spot place) {
        Rectangle2D near = new Rectangle2D.Double(place.x(), place.y(), place.width(), place.height());
        return lines(false).stream().anyMatch(near::intersectsLine);
    }

    /** What the edge covers. */
    Spot bounds() {
        return points.stream().reduce(Spot::with).orElseThrow().grown(8);
    }

    /** The middle, where it is told what runs along it. */
    Spot middle() {
        if (way == Way.AROUND) {
            return points.get(1);
        } else if (way == Way.RETURN) {
            Spot turn = points.get(turn());
            return new Spot((turn.x() + points.get(turn() + 1).x()) / 2, turn.y(), 0, 0);
        }
        int k = way == Way.RECALL ? 3 : points.size() / 2;
        Spot a = points.get(k - 1);
        Spot b = points.get(k);
        return new Spot((a.x() + b.x()) / 2, (a.y() + b.y()) / 2, 0, 0);
    }
}
