package chainstep.ui.graph;

import java.util.HashMap;
import java.util.Map;

/**
 * In how many rows a large graph is about as wide for its height as the window: told from the sizes of its boxes, as there is no time
 * to draw it in several ways. O(boxes + edges + rows × columns).
 */
final class Wrapping {
    private static final double GAP = 30;
    private static final double BETWEEN = 14;
    /** How much larger it must be seen for one row more. */
    private static final double WORTH = 1.01;
    /** Where it is seen as much smaller than best, it will not be seen larger in still more rows. */
    private static final double MUCH_LESS = 0.5;

    private final Scheme scheme;
    private final Depths.Span span;
    private final Room room;
    private final double[] widths;
    private final double[] heights;

    private Wrapping(Scheme scheme, Depths.Span span, Room room) {
        this.scheme = scheme;
        this.span = span;
        this.room = room;
        this.widths = new double[span.last() + 1];
        this.heights = new double[span.last() + 1];
    }

    static Wrapping of(GraphModel model, Room room) {
        Wrapping wrapping = new Wrapping(model.scheme(), Depths.Span.of(model.scheme()), room);
        wrapping.measure(model);
        return wrapping;
    }

    /** Of about the window's shape; one where that is as good. */
    Rows rows() {
        return rows(best());
    }

    /** More or fewer than a drawing of it has, as it is too wide or too high. */
    Rows mended(Picture drawn) {
        Spot all = drawn.places().bounds();
        double wider = all.width() / all.height() / (room.width() / room.height());
        long rows = Math.round(drawn.plan().rows().count() * Math.sqrt(wider));
        return rows((int) Math.max(1, Math.min(rows, Rows.most(span.last()))));
    }

    private Rows rows(int count) {
        Rows found = Rows.of(scheme, span, count);
        Scheme drawn = scheme.in(found);
        return found.all(drawn, Tail.NONE).stream().anyMatch(row -> LongestPaths.areBetter(drawn, row))
                ? Rows.ONE
                : found;
    }

    /** What is given stands in the column before what reads it first. */
    private void measure(GraphModel model) {
        Map<Integer, Integer> first = new HashMap<>();
        scheme.edges().forEach(link -> first.merge(link.from(), span.depths().get(link.to()), Math::min));
        for (Card card : model.cards()) {
            boolean reads = scheme.isGiven(card.id()) && first.containsKey(card.id());
            int column = reads
                    ? Math.max(0, first.get(card.id()) - 1)
                    : span.depths().get(card.id());
            Face face = model.face(card, Plan.PLAIN.form(), scheme);
            widths[column] = Math.max(widths[column], face.before() + face.width() + GAP);
            heights[column] += face.height() + BETWEEN;
        }
    }

    private int best() {
        int best = 1;
        double most = seen(1);
        double next = most;
        for (int rows = 2; rows <= Rows.most(span.last()) && next > most * MUCH_LESS; rows++) {
            next = seen(rows);
            if (next > most * WORTH) {
                best = rows;
                most = next;
            }
        }
        return best;
    }

    /** How large it is seen about, with as many columns in each row. */
    private double seen(int rows) {
        double wide = 0;
        double high = 0;
        for (int row = 0; row < rows; row++) {
            int from = Rows.start(row, rows, span.last());
            double width = 0;
            double height = 0;
            for (int column = from; column < Rows.start(row + 1, rows, span.last()); column++) {
                width += widths[column];
                height = Math.max(height, heights[column]);
            }
            wide = Math.max(wide, width);
            high += height + (row == 0 ? 0 : Returns.height(span.across(from)));
        }
        return Math.min(1, Math.min(room.width() / wide, room.height() / high));
    }
}
