package chainstep.homework.mistake;

import chainstep.graph.Program;
import chainstep.homework.Place;
import chainstep.math.Digits;
import chainstep.math.Tensor;
import chainstep.run.Rerun;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Computes alternatives from the numbers that a student answered before; those of the same numbers once. Mutable working memory;
 * safe for several threads.
 */
final class Replies implements Alternatives.Values {
    /** How many nodes are computed at most to find how far the rounding of what was written reaches; beyond, it is taken as exact. */
    private static final long MOST_WORK = 2_000_000;

    /** How many results are kept at most, of each node. */
    private static final int MOST_KEPT = 12;

    /** How many results of single nodes are kept at most. */
    private static final int ROOM = 20_000;

    private final Rerun rerun;
    private final Answered answered;
    private final Map<Integer, Integer> leaves;
    private final int[] nodes;
    private final BitSet read = new BitSet();
    private final Map<Integer, int[]> behind = new HashMap<>();
    private final Map<List<Digits>, List<Yielded>> known;

    /**
     * @param leaves where the answered numbers of each node go
     * @param nodes of the alternatives
     */
    Replies(Program program, Answered answered, Map<Integer, Integer> leaves, int[] nodes) {
        this.rerun = new Rerun(program, new HashSet<>(leaves.values()), nodes);
        this.answered = answered;
        this.leaves = leaves;
        this.nodes = nodes.clone();
        this.known = new Recent<>(Math.min(MOST_KEPT, ROOM / Math.max(1, nodes.length)));
        program.nodes().forEach(node -> node.inputs().forEach(read::set));
        for (int leaf : leaves.values()) {
            BitSet moved = new BitSet();
            IntStream.of(rerun.behind(leaf)).forEach(moved::set);
            behind.put(
                    leaf,
                    IntStream.range(0, nodes.length)
                            .filter(k -> moved.get(nodes[k]))
                            .toArray());
        }
    }

    @Override
    public synchronized List<Yielded> from(Map<Place, Digits> earlier) {
        Map<Place, Digits> written = new LinkedHashMap<>();
        answered.elements().keySet().stream()
                .sorted()
                .forEach(node -> answered.elements().get(node).forEach(element -> {
                    Place place = new Place(node, element);
                    written.put(place, earlier.get(place));
                }));
        return known.computeIfAbsent(List.copyOf(written.values()), numbers -> yielded(written));
    }

    private List<Yielded> yielded(Map<Place, Digits> written) {
        Map<Integer, Tensor> numbers = new HashMap<>();
        leaves.forEach((node, leaf) -> {
            Tensor values = Tensor.full(rerun.program().node(node).shape(), 0);
            for (int element : answered.elements().get(node)) {
                values = values.with(
                        element, written.get(new Place(node, element)).nearest());
            }
            numbers.put(leaf, values);
        });
        rerun.run(numbers);
        Tensor[] plain = Arrays.stream(nodes).mapToObj(rerun::value).toArray(Tensor[]::new);
        double[][] reach = new double[nodes.length][];
        Arrays.setAll(reach, k -> new double[plain[k].size()]);
        List<Place> rounded = written.keySet().stream()
                .filter(place -> !written.get(place).exact() && read.get(leaves.get(place.node())))
                .toList();
        if (2L * rounded.size() * rerun.program().size() <= MOST_WORK) {
            rounded.forEach(place -> move(place, written.get(place), plain, reach));
        }
        List<Yielded> all = new ArrayList<>();
        for (int k = 0; k < nodes.length; k++) {
            all.add(new Yielded(plain[k], Tensor.of(plain[k].shape(), reach[k])));
        }
        return List.copyOf(all);
    }

    /** Adds how far all alternatives move when one number lies at either end of what rounds to it. */
    private void move(Place place, Digits number, Tensor[] plain, double[][] reach) {
        int leaf = leaves.get(place.node());
        double half = number.unit().doubleValue() / 2;
        int[] touched = behind.get(leaf);
        double[][] most = new double[touched.length][];
        Arrays.setAll(most, k -> new double[plain[touched[k]].size()]);
        for (double end : new double[] {number.nearest() + half, number.nearest() - half}) {
            rerun.move(leaf, place.element(), end);
            for (int k = 0; k < touched.length; k++) {
                for (int element = 0; element < most[k].length; element++) {
                    double off = rerun.moved(nodes[touched[k]], element) - plain[touched[k]].get(element);
                    most[k][element] = Math.max(most[k][element], Math.abs(off));
                }
            }
        }
        for (int k = 0; k < touched.length; k++) {
            for (int element = 0; element < most[k].length; element++) {
                reach[touched[k]][element] += Double.isFinite(most[k][element]) ? most[k][element] : 0;
            }
        }
    }
}
