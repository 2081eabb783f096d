package chainstep.homework.mistake;

import chainstep.homework.Place;
import chainstep.math.Digits;
import chainstep.math.Tensor;
import chainstep.run.Evaluator;
import chainstep.run.Snapshot;
import chainstep.run.Trace;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Computes alternatives from the numbers that a student answered before. Mutable working memory; safe for several threads. */
final class Replies implements Alternatives.Values {
    /** How many nodes are computed at most to find how far the rounding of what was written reaches; beyond, it is taken as exact. */
    private static final long MOST_WORK = 2_000_000;

    private final Evaluator evaluator;
    private final Answered answered;
    private final Map<Integer, Integer> leaves;
    private final int[] nodes;
    private final Set<Integer> read;

    /**
     * @param leaves where the answered numbers of each node go
     * @param nodes of the alternatives
     */
    Replies(Evaluator evaluator, Answered answered, Map<Integer, Integer> leaves, int[] nodes) {
        this.evaluator = evaluator;
        this.answered = answered;
        this.leaves = leaves;
        this.nodes = nodes.clone();
        this.read = evaluator.program().nodes().stream()
                .flatMap(node -> node.inputs().stream())
                .collect(Collectors.toSet());
    }

    @Override
    public synchronized List<Yielded> from(Map<Place, Digits> earlier) {
        Map<Place, Double> written = new LinkedHashMap<>();
        answered.elements()
                .forEach((node, elements) -> elements.forEach(element -> {
                    Place place = new Place(node, element);
                    written.put(place, earlier.get(place).value().doubleValue());
                }));
        List<Tensor> plain = values(written);
        double[][] reach = new double[nodes.length][];
        Arrays.setAll(reach, k -> new double[plain.get(k).size()]);
        List<Place> rounded = written.keySet().stream()
                .filter(place -> !earlier.get(place).exact() && read.contains(leaves.get(place.node())))
                .toList();
        if (2L * rounded.size() * evaluator.program().size() <= MOST_WORK) {
            for (Place place : rounded) {
                move(place, earlier.get(place).unit().doubleValue() / 2, written, plain, reach);
            }
        }
        return IntStream.range(0, nodes.length)
                .mapToObj(k -> new Yielded(plain.get(k), Tensor.of(plain.get(k).shape(), reach[k])))
                .toList();
    }

    /** Adds how far all alternatives move when one number lies at either end of what rounds to it. */
    private void move(Place place, double half, Map<Place, Double> written, List<Tensor> plain, double[][] reach) {
        double middle = written.get(place);
        written.put(place, middle + half);
        List<Tensor> above = values(written);
        written.put(place, middle - half);
        List<Tensor> below = values(written);
        written.put(place, middle);
        for (int k = 0; k < reach.length; k++) {
            for (int element = 0; element < reach[k].length; element++) {
                double one = plain.get(k).get(element);
                double most = Math.max(
                        Math.abs(above.get(k).get(element) - one),
                        Math.abs(below.get(k).get(element) - one));
                reach[k][element] += Double.isFinite(most) ? most : 0;
            }
        }
    }

    private List<Tensor> values(Map<Place, Double> written) {
        Snapshot start = evaluator.start();
        for (Map.Entry<Integer, Integer> leaf : leaves.entrySet()) {
            Tensor numbers = Tensor.full(evaluator.program().node(leaf.getKey()).shape(), 0);
            for (int element : answered.elements().get(leaf.getKey())) {
                numbers = numbers.with(element, written.get(new Place(leaf.getKey(), element)));
            }
            start = evaluator.with(start, leaf.getValue(), numbers);
        }
        Trace trace = evaluator.run(start);
        return Arrays.stream(nodes).mapToObj(trace::value).toList();
    }
}
