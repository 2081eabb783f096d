package chainstep.ui.graph;

import chainstep.explain.Explainer;
import chainstep.graph.Program;
import chainstep.math.Shape;
import chainstep.run.Trace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The figures of one iteration's values, each made when first asked for; for the event thread only. */
final class FigureBook {
    /** So many fewer than in a derivation: a box is small, and its tip tells all of them. */
    private static final int FEWER = 2;

    private static final int FEWEST = 3;
    private static final int USUAL = 4;

    private final Trace trace;
    private final Explainer explainer;
    private final Map<Integer, Figures> made = new HashMap<>();
    private final Map<Integer, Integer> sick = new HashMap<>();

    FigureBook(Trace trace, Explainer explainer) {
        this.trace = trace;
        this.explainer = explainer;
    }

    Trace trace() {
        return trace;
    }

    /** Which wrote the numbers. */
    Explainer explainer() {
        return explainer;
    }

    Figures of(int node) {
        return made.computeIfAbsent(node, this::make);
    }

    /** The first number of a value that is not finite; as many as there are where all are. */
    int firstSick(int node) {
        return sick.computeIfAbsent(node, id -> {
            int size = trace.program().node(id).shape().size();
            return IntStream.range(0, size)
                    .filter(element -> !Double.isFinite(trace.get(id, element)))
                    .findFirst()
                    .orElse(size);
        });
    }

    private Figures make(int node) {
        Program program = trace.program();
        Shape shape = program.node(node).shape();
        boolean small = shape.rank() <= 2 && IntStream.of(shape.dims()).allMatch(dim -> dim <= Figures.MOST);
        if (small) {
            int across = shape.rank() < 2 ? 1 : shape.dim(1);
            int wanted = Math.max(FEWEST, explainer.digits() - FEWER);
            for (int digits = wanted; digits >= Math.min(wanted, USUAL); digits--) {
                Figures.Numbers numbers = numbers(explainer.numbers(node, digits), across);
                if (numbers.columns() <= Figures.LONGEST) {
                    return numbers;
                }
            }
        }
        return HeatMap.of(trace.value(node));
    }

    private static Figures.Numbers numbers(List<String> texts, int across) {
        List<List<String>> cells = IntStream.range(0, texts.size() / across)
                .mapToObj(row -> texts.subList(row * across, (row + 1) * across))
                .toList();
        List<Integer> widths = new ArrayList<>();
        for (int column = 0; column < across; column++) {
            int at = column;
            widths.add(
                    cells.stream().mapToInt(row -> row.get(at).length()).max().orElse(0));
        }
        return new Figures.Numbers(cells, widths);
    }
}
