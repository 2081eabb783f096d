package chainstep.compile;

import chainstep.graph.IndexMap;
import chainstep.graph.Nest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * The loops of a nest that sums, as Java text: tiles of sums in local variables, the summing loops within, so that what is read serves
 * several sums. Mutable, used once.
 */
final class TileText {
    private static final int ROWS = 4;
    private static final int COLUMNS = 3;
    /** Where only one loop goes over the sums. */
    private static final int LINE = 8;
    /** Into so many parts a lone sum is split, as an addition waits for the one before. */
    private static final int PARTS = 4;

    private final Flow.Loop loop;
    private final Nest nest;
    private final Precision precision;
    private final Walk target;
    private final List<Walk> walks;
    private final boolean fresh;
    private final StringBuilder text = new StringBuilder();
    /** The loops over the sums, outermost first, and those that sum. */
    private final List<Integer> over = new ArrayList<>();

    private final List<Integer> summing = new ArrayList<>();

    private TileText(Flow flow, Flow.Loop loop, Precision precision, boolean first) {
        this.loop = loop;
        this.nest = loop.nest();
        this.precision = precision;
        this.target = walk(flow, nest.out(), nest.target());
        this.walks = nest.reads().stream()
                .map(read -> walk(flow, read.array(), read.map()))
                .toList();
        this.fresh =
                first && target.covers(flow.arrays().get(nest.out()).shape().size(), nest.domain());
        for (int k = 0; k < nest.domain().size(); k++) {
            if (nest.domain().get(k) > 1) {
                (target.steps()[k] == 0 ? summing : over).add(k);
            }
        }
    }

    private Walk walk(Flow flow, int array, IndexMap map) {
        return Walk.of(map, flow.arrays().get(array).shape(), nest.domain());
    }

    /**
     * The text; empty where a nest sums nothing, or reaches out of its arrays.
     *
     * @param first whether nothing has been written yet to the array it writes
     */
    static Optional<TileText> of(Flow flow, Flow.Loop loop, Precision precision, boolean first) {
        Nest nest = loop.nest();
        if (nest.fold() != Nest.Fold.SUM || loop.assigns() || nest.body().hasPosition()) {
            return Optional.empty();
        }
        TileText tiles = new TileText(flow, loop, precision, first);
        boolean inside = tiles.target.inside() && tiles.walks.stream().allMatch(Walk::inside);
        return inside && !tiles.summing.isEmpty() ? Optional.of(tiles) : Optional.empty();
    }

    /** Whether every element is set, so that the array need not be cleared before, and divided. */
    boolean isFresh() {
        return fresh;
    }

    String text() {
        List<Integer> tiled = over.subList(Math.max(0, over.size() - 2), over.size());
        List<Integer> outer = over.subList(0, over.size() - tiled.size());
        outer.forEach(this::open);
        if (tiled.isEmpty()) {
            block(List.of(), List.of(), PARTS);
        } else if (tiled.size() == 1) {
            pieces(tiled.get(0), LINE, width -> block(tiled, List.of(width), 1));
        } else {
            pieces(
                    tiled.get(0),
                    ROWS,
                    rows -> pieces(tiled.get(1), COLUMNS, columns -> block(tiled, List.of(rows, columns), 1)));
        }
        outer.forEach(k -> line("}"));
        return text.toString();
    }

    private void open(int k) {
        line("for (int d" + k + " = 0; d" + k + " < " + nest.domain().get(k) + "; d" + k + "++) {");
    }

    /** A loop in steps of a tile's width, and what remains. */
    private void pieces(int k, int width, IntConsumer inside) {
        int extent = nest.domain().get(k);
        int whole = extent / width * width;
        if (whole > 0) {
            line("for (int d" + k + " = 0; d" + k + " < " + whole + "; d" + k + " += " + width + ") {");
            inside.accept(width);
            line("}");
        }
        if (whole < extent) {
            line("for (int d" + k + " = " + whole + "; d" + k + " < " + extent + "; d" + k + " += " + (extent - whole)
                    + ") {");
            inside.accept(extent - whole);
            line("}");
        }
    }

    /** One tile: sums into local variables. */
    private void block(List<Integer> tiled, List<Integer> widths, int parts) {
        List<int[]> cells = cells(widths);
        for (int c = 0; c < cells.size(); c++) {
            String start = fresh ? precision.literal(0) : out(tiled, cells.get(c));
            line(precision.type() + " s" + c + " = " + start + ";");
        }
        summing.subList(0, summing.size() - 1).forEach(this::open);
        int inner = summing.get(summing.size() - 1);
        int extent = nest.domain().get(inner);
        if (parts > 1 && extent >= 2 * parts) {
            split(inner, extent, parts);
        } else {
            open(inner);
            add(tiled, cells);
            line("}");
        }
        summing.subList(0, summing.size() - 1).forEach(k -> line("}"));
        String divided = fresh && loop.divisor() != 1 ? " / " + precision.literal(loop.divisor()) : "";
        for (int c = 0; c < cells.size(); c++) {
            line(out(tiled, cells.get(c)) + " = s" + c + divided + ";");
        }
    }

    private static List<int[]> cells(List<Integer> widths) {
        int rows = widths.isEmpty() ? 1 : widths.get(0);
        int columns = widths.size() < 2 ? 1 : widths.get(1);
        return IntStream.range(0, rows * columns)
                .mapToObj(c -> new int[] {c / columns, c % columns})
                .toList();
    }

    private String out(List<Integer> tiled, int[] cell) {
        return "a" + nest.out() + "[" + target.text(further(target, tiled, cell)) + "]";
    }

    private static int further(Walk walk, List<Integer> tiled, int[] cell) {
        int further = 0;
        for (int t = 0; t < tiled.size(); t++) {
            further += walk.steps()[tiled.get(t)] * cell[t];
        }
        return further;
    }

    private void add(List<Integer> tiled, List<int[]> cells) {
        Map<String, String> fetched = new HashMap<>();
        for (int c = 0; c < cells.size(); c++) {
            int[] cell = cells.get(c);
            line("s" + c + " += " + body(fetched, walk -> further(walk, tiled, cell)) + ";");
        }
    }

    /** A lone sum, in parts that do not wait for each other. */
    private void split(int inner, int extent, int parts) {
        for (int p = 1; p < parts; p++) {
            line(precision.type() + " p" + p + " = " + precision.literal(0) + ";");
        }
        int whole = extent / parts * parts;
        line("for (int d" + inner + " = 0; d" + inner + " < " + whole + "; d" + inner + " += " + parts + ") {");
        Map<String, String> fetched = new HashMap<>();
        for (int p = 0; p < parts; p++) {
            int part = p;
            line((p == 0 ? "s0" : "p" + p) + " += " + body(fetched, walk -> walk.steps()[inner] * part) + ";");
        }
        line("}");
        if (whole < extent) {
            line("for (int d" + inner + " = " + whole + "; d" + inner + " < " + extent + "; d" + inner + "++) {");
            line("s0 += " + body(new HashMap<>(), walk -> 0) + ";");
            line("}");
        }
        line("s0 += p1 + (p2 + p3);");
    }

    /** What is added; each number read is fetched once into a variable. */
    private String body(Map<String, String> fetched, ToIntFunction<Walk> further) {
        List<String> reads = new ArrayList<>();
        for (int r = 0; r < walks.size(); r++) {
            String place =
                    "a" + nest.reads().get(r).array() + "[" + walks.get(r).text(further.applyAsInt(walks.get(r))) + "]";
            reads.add(fetched.computeIfAbsent(place, p -> {
                String name = "q" + fetched.size();
                line("final " + precision.type() + " " + name + " = " + p + ";");
                return name;
            }));
        }
        return new FormulaText(precision, call -> call).of(nest.body(), reads, weights -> "0");
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
