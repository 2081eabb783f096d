package chainstep.ui.timeline;

import chainstep.debug.Depth;
import chainstep.debug.StepTree;
import chainstep.graph.Node;
import chainstep.graph.Phase;
import java.util.ArrayList;
import java.util.List;

/**
 * An iteration's steps laid along a line: up to about a hundred one by one, more of them as bands, one for each source line.
 *
 * <p>Made from counts alone, so a million steps cost no more than their lines. Where there are more lines than room, neighbours share a
 * band.
 *
 * @param count how many steps there are
 * @param isSingle whether each band is one step
 * @param width of them all, in pixels
 */
record Bands(List<Band> list, long count, boolean isSingle, double width) {
    /** How many steps are shown one by one. */
    static final int SINGLY = 100;

    private static final double LEAST = 4;
    private static final double GAP = 4;

    /**
     * Some steps that follow one another.
     *
     * @param first the number of the first of them
     * @param line of the source, or 0
     * @param left where it begins
     * @param right where the next one begins
     */
    record Band(long first, long count, Phase phase, int line, double left, double right) {
        double at(double step) {
            return left + (right - left) * (step - first) / count;
        }
    }

    Bands {
        list = List.copyOf(list);
    }

    static Bands of(StepTree tree, Depth depth, double width) {
        long count = tree.count(depth);
        boolean single = count <= Math.min(SINGLY, Math.max(1, width / LEAST));
        List<Band> bands = single ? singly(tree, depth, count, width) : byLine(tree, depth, width);
        return new Bands(bands, count, single, width);
    }

    private static List<Band> singly(StepTree tree, Depth depth, long count, double width) {
        List<Band> bands = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            Node node = last(tree, i, depth);
            bands.add(new Band(i, 1, node.phase(), node.origin().line(), width * i / count, width * (i + 1) / count));
        }
        return bands;
    }

    private static Node last(StepTree tree, long index, Depth depth) {
        return tree.program().node(tree.at(0, index, depth).node());
    }

    private static List<Band> byLine(StepTree tree, Depth depth, double width) {
        long lines = tree.count(Depth.LINE);
        int parts = (int) Math.max(1, Math.min(lines, (long) (width / LEAST)));
        long all = tree.count(depth);
        List<Band> bands = new ArrayList<>();
        double left = 0;
        long first = 0;
        for (int part = 0; part < parts; part++) {
            long line = lines * (part + 1) / parts - 1;
            StepTree.Span span = tree.inside(line, Depth.LINE, depth);
            long end = depth.isFinerThan(Depth.LINE) ? span.first() + span.count() : line + 1;
            double share = 0.5 / parts + 0.5 * (end - first) / all;
            Node node = last(tree, line, Depth.LINE);
            bands.add(new Band(first, end - first, node.phase(), node.origin().line(), left, left + share * width));
            left += share * width;
            first = end;
        }
        return bands;
    }

    /** The band that a step lies in. */
    Band of(long index) {
        int low = 0;
        int high = list.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (list.get(middle).first() <= index) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return list.get(low);
    }

    /** Where the middle of a step is; of −1, where all begins. */
    double x(long index) {
        return index < 0 || list.isEmpty() ? 0 : of(index).at(index + 0.5);
    }

    /** Right of a band, before the next one. */
    double gap(Band band) {
        return Math.min(GAP, (band.right() - band.left()) * (isSingle ? 0.22 : 0.16));
    }

    /** Where the middle of what is drawn of a step is. */
    double middle(long index) {
        return index < 0 || list.isEmpty() || !isSingle ? x(index) : x(index) - gap(of(index)) / 2;
    }

    /** The step at a place; −1 before the first. */
    long index(double x) {
        if (x < 0 || list.isEmpty()) {
            return -1;
        }
        int low = 0;
        int high = list.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (list.get(middle).left() <= x) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        Band band = list.get(low);
        double inside = (x - band.left()) / (band.right() - band.left());
        return band.first() + Math.min(band.count() - 1, (long) (inside * band.count()));
    }
}
