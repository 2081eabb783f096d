package chainstep.ui.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A drawing that is too wide for a window, broken into rows as a line of text is: what is computed first in the first.
 *
 * <p>An edge to the next row goes back to its beginning; what is given, and what is read later still, is a name there.
 *
 * @param row of each box; empty where all are in one
 * @param returns how many values the rows after others read from the row before
 */
record Rows(Map<Integer, Integer> row, int count, int returns) {
    static final Rows ONE = new Rows(Map.of(), 1, 0);

    private static final int MOST = 6;
    /** A larger graph is not read as a whole anyway. */
    private static final int MOST_BOXES = 150;
    /** What a value that goes back costs when it is decided where to break, in shares of a row's width. */
    private static final double[] RETURN = {0.05, 0.3};

    Rows {
        row = Map.copyOf(row);
    }

    /** Those that are worth being tried, the fewer rows first. */
    static List<Rows> all(Scheme scheme) {
        if (scheme.boxes().size() > MOST_BOXES) {
            return List.of();
        }
        Depths.Span span = Depths.Span.of(scheme);
        Set<List<Integer>> tried = new LinkedHashSet<>();
        for (int rows = 2; rows <= Math.min(MOST, most(span.last())); rows++) {
            for (double each : RETURN) {
                tried.add(breaks(span, rows, each));
            }
        }
        return tried.stream()
                .map(breaks -> of(scheme, span.depths(), breaks))
                .filter(found -> found.count > 1)
                .toList();
    }

    /** So many, as far as there are columns for them. */
    static Rows of(Scheme scheme, Depths.Span span, int rows) {
        List<Integer> breaks = breaks(span, rows, RETURN[0]);
        return breaks.isEmpty() ? ONE : of(scheme, span.depths(), breaks);
    }

    /** How many rows there can be that are worth their names, of columns up to a last one. */
    static int most(int last) {
        return (last + 2) / 2;
    }

    /** The first column of a row where all rows are as wide. */
    static int start(int row, int rows, int last) {
        return (int) Math.rint(row * (last + 1.0) / rows);
    }

    /** The first depth of each row but the first: all about as wide, where few values are read across. */
    private static List<Integer> breaks(Depths.Span span, int rows, double eachReturn) {
        List<Integer> breaks = new ArrayList<>();
        double wide = (span.last() + 1.0) / rows;
        int before = 0;
        for (int k = 1; k < rows; k++) {
            double ideal = k * wide;
            int best = -1;
            double least = Double.MAX_VALUE;
            for (int at = before + 1; at <= span.last(); at++) {
                double cost = Math.abs(at - ideal) / wide + eachReturn * span.across(at);
                if (cost < least) {
                    least = cost;
                    best = at;
                }
            }
            if (best > 0) {
                breaks.add(best);
                before = best;
            }
        }
        return breaks;
    }

    private static Rows of(Scheme scheme, Map<Integer, Integer> depths, List<Integer> breaks) {
        Map<Integer, Integer> row = new HashMap<>();
        depths.forEach((box, depth) ->
                row.put(box, (int) breaks.stream().filter(at -> depth >= at).count()));
        Map<Integer, Integer> first = new TreeMap<>();
        scheme.edges().stream()
                .filter(link -> scheme.isGiven(link.from()))
                .forEach(link -> first.merge(link.from(), row.get(link.to()), Math::min));
        row.putAll(first);
        Rows rows = new Rows(row, breaks.size() + 1, 0);
        int returns = (int) scheme.edges().stream()
                .filter(link -> rows.isReturn(link, scheme))
                .map(Link::from)
                .distinct()
                .count();
        return new Rows(row, breaks.size() + 1, returns);
    }

    int of(int box) {
        return row.getOrDefault(box, 0);
    }

    /** Whether an edge goes back to the beginning of the next row. */
    boolean isReturn(Link link, Scheme scheme) {
        return of(link.to()) == of(link.from()) + 1 && !scheme.isRecall(link) && !isNamed(link, scheme);
    }

    /** Whether an edge is a name because of the rows. */
    boolean isNamed(Link link, Scheme scheme) {
        int down = of(link.to()) - of(link.from());
        return down > 1 || down == 1 && scheme.isGiven(link.from());
    }

    /** From the top down. */
    List<Row> all(Scheme scheme, Tail tail) {
        return count == 1
                ? List.of(Row.before(tail, scheme))
                : IntStream.range(0, count).mapToObj(k -> row(k, scheme)).toList();
    }

    private Row row(int k, Scheme scheme) {
        List<Link> drawn =
                scheme.edges().stream().filter(link -> !scheme.isRecall(link)).toList();
        return new Row(
                scheme.boxes().stream().filter(box -> of(box.id()) == k).toList(),
                drawn.stream()
                        .filter(link -> of(link.from()) == k && of(link.to()) == k)
                        .toList(),
                drawn.stream()
                        .filter(link -> of(link.from()) == k - 1 && of(link.to()) == k)
                        .toList(),
                drawn.stream()
                        .filter(link -> of(link.from()) == k && of(link.to()) == k + 1)
                        .map(Link::from)
                        .distinct()
                        .toList());
    }
}
