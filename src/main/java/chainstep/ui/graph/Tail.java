package chainstep.ui.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The end of a network that is drawn downwards under its last column, so that a long chain of values fits a window: each box under
 * the one before, what is given for it at its left.
 *
 * @param corner the box it hangs under, or −1
 * @param boxes from the top down
 * @param given by box
 */
record Tail(int corner, List<Integer> boxes, Map<Integer, List<Integer>> given) {
    static final Tail NONE = new Tail(-1, List.of(), Map.of());

    /** A larger graph does not fit anyway. */
    private static final int MOST_BOXES = 80;

    private static final int LONGEST = 12;

    Tail {
        boxes = List.copyOf(boxes);
        given = Map.copyOf(given);
    }

    /** None, and all there can be, the shorter ones first. */
    static List<Tail> all(Scheme scheme) {
        List<Tail> all = new ArrayList<>(List.of(NONE));
        List<Integer> computed = scheme.boxes().stream()
                .filter(box -> !box.kind().isGiven())
                .map(Box::id)
                .toList();
        Map<Integer, Integer> depths = Depths.of(scheme.boxes(), scheme.edges());
        List<Integer> order = computed.stream()
                .sorted((a, b) -> depths.get(a) - depths.get(b))
                .toList();
        boolean turns = scheme.boxes().size() <= MOST_BOXES && hasOneEnd(scheme, order);
        int longest = turns ? Math.min(LONGEST, order.size() - 1) : 0;
        for (int length = 1; length <= longest; length++) {
            int from = order.size() - length;
            Tail tail = of(scheme, order.get(from - 1), order.subList(from, order.size()));
            if (tail.isChain(scheme)) {
                all.add(tail);
            }
        }
        return all;
    }

    private static boolean hasOneEnd(Scheme scheme, List<Integer> computed) {
        Set<Integer> read = new HashSet<>();
        scheme.edges().forEach(link -> read.add(link.from()));
        return computed.stream().filter(box -> !read.contains(box)).count() == 1;
    }

    private static Tail of(Scheme scheme, int corner, List<Integer> boxes) {
        Map<Integer, List<Integer>> given = new HashMap<>();
        Set<Integer> leaves = new HashSet<>();
        scheme.boxes().stream().filter(box -> box.kind().isGiven()).forEach(box -> leaves.add(box.id()));
        for (Link link : scheme.edges()) {
            if (boxes.contains(link.to()) && leaves.contains(link.from()) && !scheme.isRecall(link)) {
                given.computeIfAbsent(link.to(), fresh -> new ArrayList<>()).add(link.from());
            }
        }
        return new Tail(corner, boxes, given);
    }

    /** Whether each box reads the one before it, and nothing reads or is read across the corner otherwise. */
    private boolean isChain(Scheme scheme) {
        List<Integer> chain = new ArrayList<>(List.of(corner));
        chain.addAll(boxes);
        List<Link> drawn =
                scheme.edges().stream().filter(link -> !scheme.isRecall(link)).toList();
        boolean linked = Stream.iterate(1, k -> k + 1)
                .limit(boxes.size())
                .allMatch(k -> drawn.contains(new Link(chain.get(k - 1), chain.get(k))));
        List<Integer> leaves = given.values().stream().flatMap(List::stream).toList();
        boolean own = Set.copyOf(leaves).size() == leaves.size();
        return linked && own && drawn.stream().allMatch(link -> isWithin(link, chain, leaves));
    }

    private boolean isWithin(Link link, List<Integer> chain, List<Integer> leaves) {
        return boxes.contains(link.to())
                ? chain.contains(link.from()) || leaves.contains(link.from())
                : !leaves.contains(link.from()) && (link.from() != corner || boxes.isEmpty());
    }

    private boolean holds(int box) {
        return boxes.contains(box) || given.values().stream().anyMatch(leaves -> leaves.contains(box));
    }

    /** The boxes that are not in it. */
    List<Box> before(Scheme scheme) {
        return scheme.boxes().stream().filter(box -> !holds(box.id())).toList();
    }

    /** The edges between these that are drawn as lines. */
    List<Link> linksBefore(Scheme scheme) {
        return scheme.edges().stream()
                .filter(link -> !scheme.isRecall(link) && !holds(link.from()) && !holds(link.to()))
                .toList();
    }
}
