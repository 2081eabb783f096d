package chainstep.homework.mistake;

import chainstep.homework.Place;
import chainstep.math.Digits;
import chainstep.math.Tensor;
import chainstep.run.Evaluator;
import chainstep.run.Snapshot;
import chainstep.run.Trace;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Computes alternatives from the numbers that a student answered before. Mutable working memory; safe for several threads. */
final class Replies implements Alternatives.Values {
    private final Evaluator evaluator;
    private final Answered answered;
    private final Map<Integer, Integer> leaves;
    private final int[] nodes;

    /**
     * @param leaves where the answered numbers of each node go
     * @param nodes of the alternatives
     */
    Replies(Evaluator evaluator, Answered answered, Map<Integer, Integer> leaves, int[] nodes) {
        this.evaluator = evaluator;
        this.answered = answered;
        this.leaves = leaves;
        this.nodes = nodes.clone();
    }

    @Override
    public synchronized List<Tensor> from(Map<Place, Digits> earlier) {
        Snapshot start = evaluator.start();
        for (Map.Entry<Integer, Integer> leaf : leaves.entrySet()) {
            Tensor numbers = Tensor.full(evaluator.program().node(leaf.getKey()).shape(), 0);
            for (int element : answered.elements().get(leaf.getKey())) {
                Digits written = earlier.get(new Place(leaf.getKey(), element));
                numbers = numbers.with(element, written.value().doubleValue());
            }
            start = evaluator.with(start, leaf.getValue(), numbers);
        }
        Trace trace = evaluator.run(start);
        return Arrays.stream(nodes).mapToObj(trace::value).toList();
    }
}
