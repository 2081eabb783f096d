package chainstep.ui.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How many computed boxes lie on the longest way to each box; what reads only what is given comes as late as it can. */
final class Depths {
    private Depths() {}

    /**
     * The depths of all boxes.
     *
     * @param last the greatest
     * @param crossing at each depth, how many values computed before it are read there or later
     */
    record Span(Map<Integer, Integer> depths, int last, List<Integer> crossing) {
        static Span of(Scheme scheme) {
            Map<Integer, Integer> depths = Depths.of(scheme.boxes(), scheme.edges());
            int last =
                    depths.values().stream().mapToInt(Integer::intValue).max().orElse(0);
            Map<Integer, Integer> read = new HashMap<>();
            scheme.edges().stream()
                    .filter(link -> !scheme.isGiven(link.from()) && !scheme.isRecall(link))
                    .forEach(link -> read.merge(link.from(), depths.get(link.to()), Math::max));
            int[] more = new int[last + 2];
            read.forEach((value, until) -> {
                more[depths.get(value) + 1]++;
                more[until + 1]--;
            });
            List<Integer> crossing = new ArrayList<>(List.of(0));
            for (int depth = 1; depth <= last; depth++) {
                crossing.add(crossing.get(depth - 1) + more[depth]);
            }
            return new Span(depths, last, crossing);
        }

        /** How many values a row that begins there reads from the row before. */
        int across(int depth) {
            return crossing.get(depth);
        }
    }

    /** Each box after all that it reads: folded boxes are not in the order of the program. */
    static Map<Integer, Integer> of(List<Box> boxes, List<Link> links) {
        Map<Integer, List<Integer>> readers = new HashMap<>();
        Map<Integer, Integer> waiting = new HashMap<>();
        for (Link link : links) {
            readers.computeIfAbsent(link.from(), fresh -> new ArrayList<>()).add(link.to());
            waiting.merge(link.to(), 1, Integer::sum);
        }
        Map<Integer, Integer> depths = new HashMap<>();
        Map<Integer, Integer> steps = new HashMap<>();
        Deque<Integer> ready = new ArrayDeque<>();
        for (Box box : boxes) {
            depths.put(box.id(), 0);
            steps.put(box.id(), box.kind().isGiven() ? 0 : 1);
            if (!waiting.containsKey(box.id())) {
                ready.add(box.id());
            }
        }
        while (!ready.isEmpty()) {
            int box = ready.remove();
            for (int reader : readers.getOrDefault(box, List.of())) {
                depths.merge(reader, depths.get(box) + steps.get(box), Math::max);
                if (waiting.merge(reader, -1, Integer::sum) == 0) {
                    ready.add(reader);
                }
            }
        }
        boxes.stream()
                .filter(box -> !box.kind().isGiven() && depths.get(box.id()) == 0)
                .forEach(box -> readers.getOrDefault(box.id(), List.of()).stream()
                        .mapToInt(reader -> depths.get(reader) - 1)
                        .min()
                        .ifPresent(late -> depths.put(box.id(), late)));
        return depths;
    }
}
