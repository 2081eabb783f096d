package chainstep.ui.graph;

import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What is to be seen around an edge, so that what is told of it lies over none of it.
 *
 * @param own the edge in straight pieces
 * @param tips points of the edge in sight, at which it can be told of
 * @param middle of the edge
 * @param boxes with the names of what they recall
 * @param labels the names of what else the same box recalls
 * @param tools what lies over the drawing
 * @param others where the other edges go
 */
record Ground(
        List<Line2D> own,
        List<Spot> tips,
        Spot middle,
        Spot seen,
        List<Spot> boxes,
        List<Spot> labels,
        List<Spot> tools,
        Trodden others) {
    /** What it costs to lie over something, more than any way. */
    static final double HIDDEN = 3000;

    /** A line to the edge that goes under a box. */
    static final double STRUCK = HIDDEN / 10;

    /** What it costs to stand close by a box. */
    private static final double CROWDED = 40;

    private static final double CLEAR = 4;
    private static final double CLOSE = 9;
    private static final double APART = 7;
    private static final double END = 12;
    private static final double EACH = 9;
    private static final int MOST_TIPS = 10;
    private static final int MANY = 300;

    static Ground around(Wire wire, Picture picture, Spot seen, List<Spot> tools) {
        Route route = picture.routes().get(wire.link());
        List<Spot> boxes = picture.model().cards().stream()
                .map(card -> whole(card, picture))
                .filter(seen::touches)
                .toList();
        // where there are many, each is too small to be read
        boolean legible = boxes.size() <= MANY;
        return new Ground(
                route.lines(true),
                tips(route, picture.spot(wire.link().from()), seen),
                route.middle(),
                seen,
                legible ? boxes : List.of(),
                labels(wire, picture),
                tools,
                Trodden.by(legible ? others(wire, picture, seen) : List.of(), seen));
    }

    static Spot whole(Card card, Picture picture) {
        Spot box = picture.spot(card.id());
        double before = picture.faces().get(card.id()).before();
        return new Spot(box.x() - before, box.y(), box.width() + before, box.height());
    }

    private static List<Spot> labels(Wire wire, Picture picture) {
        return picture.model().wires().stream()
                .map(Wire::link)
                .filter(link -> link.to() == wire.link().to() && !link.equals(wire.link()))
                .flatMap(link -> picture.routes().get(link).label().stream())
                .toList();
    }

    private static List<Line2D> others(Wire wire, Picture picture, Spot seen) {
        return picture.model().wires().stream()
                .filter(other -> !other.link().equals(wire.link()))
                .map(other -> picture.routes().get(other.link()))
                .filter(route ->
                        route.way() != Route.Way.RECALL && route.bounds().touches(seen))
                .flatMap(route -> route.lines(false).stream())
                .toList();
    }

    /** Not at the ends; where the rest is out of sight, an end that is not, or the box that the gradient is by. */
    private static List<Spot> tips(Route route, Spot by, Spot seen) {
        List<Spot> along = new ArrayList<>(List.of(route.middle()));
        route.lines(true).forEach(line -> along.addAll(points(line)));
        List<Spot> tips = along.stream()
                .filter(point -> seen.contains(point.x(), point.y()))
                .filter(point -> point == along.get(0) || clear(point, route.start()) && clear(point, route.end()))
                .toList();
        int each = 1 + tips.size() / MOST_TIPS;
        Spot box = new Spot(by.right(), by.centreY(), 0, 0);
        return tips.isEmpty()
                ? Stream.of(route.start(), route.end())
                        .filter(point -> seen.contains(point.x(), point.y()))
                        .findFirst()
                        .map(List::of)
                        .orElse(List.of(box))
                : IntStream.range(0, tips.size())
                        .filter(k -> k % each == 0)
                        .mapToObj(tips::get)
                        .toList();
    }

    private static boolean clear(Spot point, Spot end) {
        return Math.hypot(point.x() - end.x(), point.y() - end.y()) > END;
    }

    private static List<Spot> points(Line2D line) {
        double length = line.getP1().distance(line.getP2());
        return Stream.iterate(0.0, at -> at < length, at -> at + EACH)
                .map(at -> new Spot(
                        line.getX1() + at / length * (line.getX2() - line.getX1()),
                        line.getY1() + at / length * (line.getY2() - line.getY1()),
                        0,
                        0))
                .toList();
    }

    /** What it costs that something stands there. */
    double covered(Berth berth) {
        Spot place = berth.spot();
        double cost = place.common(seen) < 0.99 * place.area() ? 2 * HIDDEN : 0;
        for (Spot tool : tools) {
            cost += place.touches(tool) ? HIDDEN + place.common(tool) : 0;
        }
        Spot wide = place.grown(CLEAR);
        Line2D leader = Callout.line(place, berth.tip());
        for (Spot box : boxes) {
            cost += wide.touches(box)
                    ? HIDDEN + wide.common(box)
                    : place.grown(CLOSE).touches(box) ? CROWDED : 0;
            cost += strikes(leader, box)
                            && !box.contains(berth.tip().x(), berth.tip().y())
                    ? STRUCK
                    : 0;
        }
        cost += labels.stream().anyMatch(label -> strikes(leader, label)) ? STRUCK : 0;
        cost += lies(place.grown(APART), own) ? HIDDEN : 0;
        return cost + (others.crosses(place) ? HIDDEN : 0);
    }

    private static boolean lies(Spot place, List<Line2D> over) {
        return over.stream().anyMatch(line -> strikes(line, place));
    }

    private static boolean strikes(Line2D line, Spot place) {
        return line.intersects(place.x(), place.y(), place.width(), place.height());
    }
}
