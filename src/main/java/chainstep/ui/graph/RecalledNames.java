package chainstep.ui.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * The names of what a box recalls, in lines left of it: several names in a line where they are many, so that the box need not be high
 * for them.
 *
 * @param lines from top to bottom, each from left to right
 * @param ends how many characters left of the end of its line each name ends
 * @param columns how long the longest line is, in characters
 */
record RecalledNames(List<List<Link>> lines, Map<Link, Integer> ends, int columns) {
    static final RecalledNames NONE = new RecalledNames(List.of(), Map.of(), 0);

    /** Up to as many names stand alone. */
    private static final int FEW = 4;
    /** As long may a line of several be, in characters. */
    private static final int LONGEST = 20;

    RecalledNames {
        lines = lines.stream().map(List::copyOf).toList();
        ends = Map.copyOf(ends);
    }

    /** @param name of a box */
    static RecalledNames of(List<Link> recalls, IntFunction<String> name) {
        int together = Math.max(1, (recalls.size() + FEW - 1) / FEW);
        RecalledNames names = of(recalls, name, together);
        while (together > 1 && names.columns > LONGEST) {
            together--;
            names = of(recalls, name, together);
        }
        return names;
    }

    private static RecalledNames of(List<Link> recalls, IntFunction<String> name, int together) {
        List<List<Link>> lines = new ArrayList<>();
        Map<Link, Integer> ends = new HashMap<>();
        int columns = 0;
        for (int from = 0; from < recalls.size(); from += together) {
            List<Link> line = recalls.subList(from, Math.min(from + together, recalls.size()));
            int end = 0;
            for (int k = line.size() - 1; k >= 0; k--) {
                ends.put(line.get(k), end);
                end += Face.length(name.apply(line.get(k).from())) + (k > 0 ? 1 : 0);
            }
            lines.add(line);
            columns = Math.max(columns, end);
        }
        return new RecalledNames(lines, ends, columns);
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    /** The room for them left of the box, with the lines that lead to it. */
    double width() {
        return isEmpty() ? 0 : Math.ceil(columns * Face.CHARACTER + Route.RECALL);
    }

    /** How far left of the end of its line a name ends. */
    double end(Link link) {
        return ends.get(link) * Face.CHARACTER;
    }
}
