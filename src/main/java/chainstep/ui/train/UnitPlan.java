package chainstep.ui.train;

import chainstep.train.Columns;
import chainstep.train.Predictor;
import chainstep.ui.train.NetworkView.UnitAt;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.geom.CubicCurve2D;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the units of a network are drawn, and which of its weights. */
record UnitPlan(
        List<Tile> tiles,
        List<Edge> edges,
        List<Caption> captions,
        List<Caption> more,
        Map<UnitAt, Rectangle> places,
        List<String> features,
        List<String> columns) {
    static final UnitPlan NONE =
            new UnitPlan(List.of(), List.of(), List.of(), List.of(), Map.of(), List.of(), List.of());

    private static final int LARGEST = 42;
    private static final int SMALLEST = 15;
    private static final int GAP = 6;
    private static final int MOST_EDGES = 700;
    private static final int NEAR = 4;

    record Tile(UnitAt at, Rectangle place) {}

    /**
     * A weight that is drawn.
     *
     * @param link its number among the links of the columns
     */
    record Edge(int link, UnitAt from, UnitAt to) {}

    /** Words in the middle under something. */
    record Caption(String text, int x, int y) {}

    static UnitPlan of(Columns columns, Lesson lesson, Rectangle room) {
        int count = columns.columns().size();
        List<Tile> tiles = new ArrayList<>();
        List<Caption> captions = new ArrayList<>();
        List<Caption> more = new ArrayList<>();
        boolean images = lesson.outlook()
                .filter(look -> look.kind() == Outlook.Kind.IMAGES)
                .isPresent();
        for (int c = 0; c < count; c++) {
            Columns.Column column = columns.columns().get(c);
            int units = images && c == 0 ? 1 : column.units();
            int seen = Math.min(units, (room.height + GAP) / (SMALLEST + GAP));
            seen = seen < units ? Math.max(1, seen - 1) : seen;
            int slots = seen < units ? seen + 1 : seen;
            int size = Math.min(LARGEST, (room.height + GAP) / slots - GAP);
            int pitch = Math.min((room.height + GAP) / slots, size + 4 * GAP);
            int x = room.x + (int) (room.width * (c + 0.5) / count);
            int top = room.y + (room.height - (slots * pitch - (pitch - size))) / 2;
            for (int unit = 0; unit < seen; unit++) {
                tiles.add(new Tile(new UnitAt(c, unit), new Rectangle(x - size / 2, top + unit * pitch, size, size)));
            }
            if (seen < units) {
                more.add(new Caption("+" + (units - seen), x, top + (seen - 1) * pitch + size));
            }
            captions.add(new Caption(column.name() + (column.units() > 1 ? " · " + column.units() : ""), x, 0));
        }
        Map<UnitAt, Rectangle> places = new HashMap<>();
        tiles.forEach(tile -> places.put(tile.at(), tile.place()));
        return new UnitPlan(
                tiles,
                edges(columns, places, images),
                captions,
                more,
                places,
                lesson.outlook().isPresent()
                        ? Predictor.features(lesson.course()).names()
                        : List.of(),
                columns.columns().stream().map(Columns.Column::name).toList());
    }

    /** All weights between units that are seen; where there are too many, none of the fullest link. */
    private static List<Edge> edges(Columns columns, Map<UnitAt, Rectangle> places, boolean images) {
        List<Edge> edges = new ArrayList<>();
        for (int k = 0; k < columns.links().size(); k++) {
            Columns.Link link = columns.links().get(k);
            List<Edge> own = new ArrayList<>();
            for (int from = 0; from < columns.columns().get(link.from()).units(); from++) {
                for (int to = 0; to < columns.columns().get(link.to()).units(); to++) {
                    UnitAt first = new UnitAt(link.from(), from);
                    UnitAt second = new UnitAt(link.to(), to);
                    if (places.containsKey(first) && places.containsKey(second) && !(images && link.from() == 0)) {
                        own.add(new Edge(k, first, second));
                    }
                }
            }
            if (edges.size() + own.size() <= MOST_EDGES) {
                edges.addAll(own);
            }
        }
        return edges;
    }

    CubicCurve2D curve(Edge edge) {
        Rectangle from = places.get(edge.from());
        Rectangle to = places.get(edge.to());
        double x1 = from.getMaxX();
        double x2 = to.getX();
        double bend = (x2 - x1) / 2;
        return new CubicCurve2D.Double(
                x1, from.getCenterY(), x1 + bend, from.getCenterY(), x2 - bend, to.getCenterY(), x2, to.getCenterY());
    }

    Optional<UnitAt> unit(Point point) {
        return tiles.stream()
                .filter(tile -> tile.place().contains(point))
                .map(Tile::at)
                .findFirst();
    }

    Optional<Edge> edge(Point point) {
        Rectangle near = new Rectangle(point.x - NEAR / 2, point.y - NEAR / 2, NEAR, NEAR);
        return edges.stream()
                .filter(edge -> {
                    CubicCurve2D curve = curve(edge);
                    return curve.getBounds().intersects(near) && passes(curve, near);
                })
                .findFirst();
    }

    /** Whether a curve itself, not what it encloses, goes through a rectangle. */
    private static boolean passes(CubicCurve2D curve, Rectangle near) {
        CubicCurve2D left = new CubicCurve2D.Double();
        CubicCurve2D right = new CubicCurve2D.Double();
        if (!curve.getBounds2D().intersects(near)) {
            return false;
        } else if (curve.getBounds2D().getWidth() < NEAR) {
            return true;
        }
        curve.subdivide(left, right);
        return passes(left, near) || passes(right, near);
    }

    /** What a unit is called. */
    String name(UnitAt at) {
        return at.column() == 0 && features.size() > at.unit()
                ? features.get(at.unit())
                : columns.get(at.column()) + "[" + at.unit() + "]";
    }
}
