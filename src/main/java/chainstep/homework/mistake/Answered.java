package chainstep.homework.mistake;

import chainstep.homework.Place;
import chainstep.math.Digits;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which numbers the student answered on the ways to one answer: the nearest, by node. */
record Answered(Map<Integer, List<Integer>> elements) {
    static final Answered NOTHING = new Answered(Map.of());

    /** The nearest answered places on the ways back from the target. */
    static Answered before(Ground ground, List<Place> asked, Map<Place, Digits> earlier) {
        Map<Integer, List<Integer>> by = new TreeMap<>();
        earlier.keySet().stream()
                .filter(place ->
                        ground.reaches(place.node()) && !asked.contains(place) && place.node() != ground.target())
                .sorted((a, b) -> Integer.compare(a.element(), b.element()))
                .forEach(place -> by.computeIfAbsent(place.node(), key -> new ArrayList<>())
                        .add(place.element()));
        Map<Integer, List<Integer>> near = new TreeMap<>();
        BitSet met = new BitSet();
        Deque<Integer> next = new ArrayDeque<>(List.of(ground.target()));
        while (!next.isEmpty()) {
            int id = next.remove();
            if (by.containsKey(id)) {
                near.put(id, List.copyOf(by.get(id)));
            }
            boolean whole = by.containsKey(id)
                    && by.get(id).size() == ground.node(id).shape().size();
            for (int input : whole ? List.<Integer>of() : ground.node(id).inputs()) {
                if (!met.get(input)) {
                    met.set(input);
                    next.add(input);
                }
            }
        }
        return new Answered(Map.copyOf(near));
    }

    boolean isEmpty() {
        return elements.isEmpty();
    }
}
