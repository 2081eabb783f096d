package chainstep.ui.graph;

import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The local derivative, told beside the edge that a gradient comes back along: in sight, and where it covers least.
 *
 * @param left the derivative, ∂z2/∂h
 * @param right what it is, = W2 (2×2)
 * @param tip on the edge
 */
record Callout(String left, String right, Spot spot, Spot tip) {
    static final double LINE = 16;
    private static final double PAD = 9;
    private static final double AWAY = 22;
    private static final double STEP = 11;
    private static final int STEPS = 16;
    private static final double FAR = 40;
    private static final double NOW = 4;
    private static final double CLEAR = 4;
    private static final int MANY = 300;

    /** What a callout may cover. */
    private record Hidden(Spot spot, boolean isNow) {}

    /** Where a callout may stand. */
    private interface Ground {
        /** How bad a place is. */
        double cost(Spot place);
    }

    /**
     * @param word in front of the derivative: "local"
     * @param seen what is in sight of the drawing
     * @param covered what tools cover of it
     */
    static Optional<Callout> of(Picture picture, String word, Spot seen, List<Spot> covered) {
        return told(picture).map(wire -> {
            int equals = wire.local().indexOf(" = ");
            String left = word + " " + wire.local().substring(0, Math.max(0, equals));
            String right = wire.local().substring(equals + 1);
            Spot tip = tip(picture, wire, seen);
            double width = Math.ceil(Math.max(left.length(), right.length()) * Face.CHARACTER + 2 * PAD);
            Spot size = new Spot(0, 0, width, 2 * LINE + PAD);
            List<Hidden> boxes = boxes(picture, seen);
            Ground ground = place -> cost(place, tip, boxes, seen, covered);
            return new Callout(left, right, best(places(picture, wire, size, tip), ground), tip);
        });
    }

    /** The middle of the edge; where that is out of sight, an end of it that is not, or the box that the gradient is by. */
    private static Spot tip(Picture picture, Wire wire, Spot seen) {
        Route route = picture.routes().get(wire.link());
        Spot by = picture.spot(wire.link().from());
        return Stream.of(route.middle(), route.start(), route.end())
                .filter(point -> seen.contains(point.x(), point.y()))
                .findFirst()
                .orElse(new Spot(by.right(), by.centreY(), 0, 0));
    }

    /** The edge that is told of. */
    static Optional<Wire> told(Picture picture) {
        return picture.model().wires().stream()
                .filter(wire ->
                        wire.flow() == Wire.Flow.BACKWARD && !wire.local().isEmpty())
                .findFirst();
    }

    /** Above and below the boxes of the edge, or beside it, further and further away; above comes first. */
    private static List<Spot> places(Picture picture, Wire wire, Spot size, Spot tip) {
        Spot both =
                picture.spot(wire.link().from()).with(picture.spot(wire.link().to()));
        double x = tip.x() - size.width() / 2;
        double y = tip.y() - size.height() / 2;
        Spot top = picture.spot(wire.link().from()).y()
                        < picture.spot(wire.link().to()).y()
                ? picture.spot(wire.link().from())
                : picture.spot(wire.link().to());
        List<Spot> places = new ArrayList<>();
        for (int k = 0; k < STEPS; k++) {
            double away = AWAY + k * STEP;
            places.add(size.moved(x, Math.min(top.y(), tip.y()) - away - size.height()));
            places.add(size.moved(x, Math.max(both.bottom(), tip.y()) + away));
            places.add(size.moved(tip.x() - away - size.width(), y));
            places.add(size.moved(tip.x() + away, y));
            for (int side : new int[] {-1, 1}) {
                double off = side * (size.width() / 2 + k * STEP / 2);
                places.add(size.moved(x + off, both.y() - AWAY - size.height()));
                places.add(size.moved(x + off, both.bottom() + AWAY));
                places.add(size.moved(x + off, tip.y() - AWAY - size.height()));
                places.add(size.moved(x + off, tip.y() + AWAY));
            }
        }
        return places;
    }

    private static Spot best(List<Spot> places, Ground ground) {
        return places.stream().min(Comparator.comparingDouble(ground::cost)).orElseThrow();
    }

    /** Those in sight; where they are many, each is too small to be read anyway. */
    private static List<Hidden> boxes(Picture picture, Spot seen) {
        List<Hidden> boxes = picture.model().cards().stream()
                .filter(card -> picture.spot(card.id()).touches(seen))
                .map(card -> new Hidden(picture.spot(card.id()), card.isNow()))
                .toList();
        return boxes.size() > MANY ? List.of() : boxes;
    }

    /** What it covers, what of it is out of sight, and a little for being far. */
    private static double cost(Spot place, Spot tip, List<Hidden> boxes, Spot seen, List<Spot> covered) {
        double cost = FAR * Math.hypot(place.centreX() - tip.x(), place.centreY() - tip.y()) / AWAY;
        double out = place.area() - place.common(seen);
        cost += out > 0 ? NOW * NOW * (out + place.area()) : 0;
        for (Spot tool : covered) {
            cost += place.touches(tool) ? place.area() + NOW * place.common(tool) : 0;
        }
        Spot wide = place.grown(CLEAR);
        Line2D line = line(place, tip);
        for (Hidden each : boxes) {
            Spot box = each.spot();
            double common = wide.common(box);
            if (common > 0) {
                cost += (each.isNow() ? NOW : 1) * (common + place.area());
            }
            cost += line.intersects(box.x(), box.y(), box.width(), box.height()) ? place.area() / 2 : 0;
        }
        return cost;
    }

    /** To the edge. */
    Line2D line() {
        return line(spot, tip);
    }

    private static Line2D line(Spot from, Spot tip) {
        double x = Math.max(from.x() + PAD, Math.min(from.right() - PAD, tip.x()));
        double y = Math.max(from.y(), Math.min(from.bottom(), tip.y()));
        return new Line2D.Double(x, y, tip.x(), tip.y());
    }

    /** With the line to the edge. */
    Spot bounds() {
        return spot.with(tip).grown(3);
    }
}
