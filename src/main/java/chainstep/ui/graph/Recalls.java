package chainstep.ui.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The edges that are drawn as a name at the box that reads, not as a line across the drawing: from a parameter, a constant or an
 * input that is read again much later, as in every time step of a recurrent network.
 */
final class Recalls {
    /** How many columns on something must be read again for its later edges to be names. */
    private static final int FAR = 2;

    /** As many things read again would cross each other even in the next column. */
    private static final int MANY = 6;

    private Recalls() {}

    /** By the box that reads. */
    static Map<Integer, List<Link>> of(List<Box> boxes, List<Link> links) {
        Map<Integer, Integer> depths = Depths.of(boxes, links);
        Map<Integer, Integer> first = new HashMap<>();
        Map<Integer, Integer> last = new HashMap<>();
        for (Link link : links) {
            first.merge(link.from(), depths.get(link.to()), Math::min);
            last.merge(link.from(), depths.get(link.to()), Math::max);
        }
        Set<Integer> later = boxes.stream()
                .filter(box -> box.kind().isGiven())
                .map(Box::id)
                .filter(id -> first.containsKey(id) && last.get(id) > first.get(id))
                .collect(Collectors.toSet());
        Set<Integer> far = later.size() > MANY
                ? later
                : later.stream()
                        .filter(id -> last.get(id) - first.get(id) >= FAR)
                        .collect(Collectors.toSet());
        Map<Integer, List<Link>> recalls = new HashMap<>();
        for (Link link : links) {
            if (far.contains(link.from()) && depths.get(link.to()) > first.get(link.from())) {
                recalls.computeIfAbsent(link.to(), fresh -> new ArrayList<>()).add(link);
            }
        }
        return recalls;
    }
}
