package chainstep.ui.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Places a {@link Tail} under its corner, below all that is in its way. */
final class Hanging {
    private static final double BETWEEN_ROWS = 32;
    /** The same where there is room for what is told of the edges: there are few rows. */
    private static final double ROOMY = 2 * Callout.LINE + 22;

    private static final int FEW = 2;
    private static final double BETWEEN_GIVEN = 14;
    private static final double BESIDE = 30;
    private static final double CLEAR = 14;

    private final Scheme scheme;
    private final Map<Integer, Face> faces;
    private final Tail tail;
    private final Map<Integer, Spot> spots;
    private final Map<Link, List<Spot>> bends;
    private final Map<Link, Route> turns = new HashMap<>();
    private final Map<Link, Double> ports = new HashMap<>();

    /** @param spots of the boxes before the tail, to which it adds */
    Hanging(Scheme scheme, Map<Integer, Face> faces, Tail tail, Map<Integer, Spot> spots, Map<Link, List<Spot>> bends) {
        this.scheme = scheme;
        this.faces = faces;
        this.tail = tail;
        this.spots = spots;
        this.bends = bends;
    }

    Map<Link, Route> turns() {
        return turns;
    }

    /** Of the edges that are names. */
    Map<Link, Double> ports() {
        return ports;
    }

    void hang() {
        int above = tail.corner();
        for (int box : tail.boxes()) {
            place(box, above);
            link(box, above);
            above = box;
        }
    }

    private void place(int box, int above) {
        Face face = faces.get(box);
        double right = spots.get(tail.corner()).right();
        double x = right - face.width();
        List<Integer> given = tail.given().getOrDefault(box, List.of());
        double stack = given.stream().mapToDouble(id -> faces.get(id).height()).sum()
                + BETWEEN_GIVEN * Math.max(0, given.size() - 1);
        double height = Math.max(stack, face.height());
        double wide =
                given.stream().mapToDouble(id -> faces.get(id).width()).max().orElse(-BESIDE);
        double left = x - face.before() - BESIDE - wide;
        Spot row = new Spot(left, 0, right - left, height);
        double off = (height - face.height()) / 2;
        double between = tail.boxes().size() <= FEW ? ROOMY : BETWEEN_ROWS;
        double top = Math.max(below(row), spots.get(above).bottom() + between - off);
        spots.put(box, new Spot(x, Math.round(top + off), face.width(), face.height()));
        double y = spots.get(box).centreY() - stack / 2;
        for (int id : given) {
            Face leaf = faces.get(id);
            double end = x - face.before() - BESIDE;
            spots.put(id, new Spot(end - leaf.width(), y, leaf.width(), leaf.height()));
            y += leaf.height() + BETWEEN_GIVEN;
        }
    }

    /** The first height at which nothing is over a row. */
    private double below(Spot row) {
        Stream<Spot> edges = bends.values().stream()
                .flatMap(List::stream)
                .filter(bend -> bend.x() > row.x() - CLEAR && bend.x() < row.right() + CLEAR);
        Stream<Spot> boxes =
                spots.values().stream().filter(spot -> spot.right() > row.x() - CLEAR && spot.x() < row.right());
        return Stream.concat(edges, boxes)
                .mapToDouble(spot -> spot.bottom() + CLEAR)
                .max()
                .orElse(0);
    }

    private void link(int box, int above) {
        Spot at = spots.get(box);
        List<Link> level = new ArrayList<>();
        for (Link link : scheme.edges()) {
            if (link.to() != box || scheme.isRecall(link)) {
                continue;
            }
            if (link.from() == above) {
                turns.put(link, Route.down(spots.get(above), at));
            } else if (tail.given().getOrDefault(box, List.of()).contains(link.from())) {
                level.add(link);
            } else {
                turns.put(link, Route.around(spots.get(link.from()), at));
            }
        }
        level.sort((a, b) ->
                Double.compare(spots.get(a.from()).y(), spots.get(b.from()).y()));
        Map<Link, Double> offs = Ports.of(faces.get(box).names(), level, at.height());
        ports.putAll(offs);
        for (Link link : level) {
            Spot from = spots.get(link.from());
            double side = at.x() - faces.get(box).before();
            bends.put(
                    link,
                    List.of(
                            new Spot(from.right(), from.centreY(), 0, 0),
                            new Spot(side, at.centreY() + offs.get(link), 0, 0)));
        }
    }
}
