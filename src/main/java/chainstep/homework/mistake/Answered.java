package chainstep.homework.mistake;

import chainstep.homework.Place;
import chainstep.math.Digits;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which numbers the student answered before one answer, by node: those that it is computed from, and those that a slip may take
 * instead.
 */
record Answered(Map<Integer, List<Integer>> elements) {
    static final Answered NOTHING = new Answered(Map.of());

    /** All answered places but those that are worked from the answer itself. */
    static Answered before(Ground ground, List<Place> asked, Map<Place, Digits> earlier) {
        BitSet after = after(ground);
        Map<Integer, List<Integer>> by = new TreeMap<>();
        earlier.keySet().stream()
                .filter(place -> !after.get(place.node()) && !asked.contains(place) && place.node() != ground.target())
                .sorted(Comparator.comparingInt(Place::element))
                .forEach(place -> by.computeIfAbsent(place.node(), key -> new ArrayList<>())
                        .add(place.element()));
        by.replaceAll((node, elements) -> List.copyOf(elements));
        return new Answered(Map.copyOf(by));
    }

    /** The nodes that are computed from what is asked. */
    private static BitSet after(Ground ground) {
        BitSet after = new BitSet();
        for (int id = 0; id < ground.program().size(); id++) {
            boolean next = ground.node(id).inputs().stream()
                    .anyMatch(input ->
                            after.get(input) || input == ground.target() || ground.isAsked(ground.node(input)));
            after.set(id, next);
        }
        return after;
    }

    /** What was written at these places. */
    Map<Place, Digits> of(Map<Place, Digits> earlier) {
        Map<Place, Digits> written = new HashMap<>();
        elements.forEach((node, all) -> all.forEach(element -> {
            Place place = new Place(node, element);
            written.put(place, earlier.get(place));
        }));
        return Map.copyOf(written);
    }

    boolean isEmpty() {
        return elements.isEmpty();
    }
}
