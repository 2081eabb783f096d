package chainstep.homework.mistake;

import chainstep.graph.Program;
import chainstep.homework.Place;
import chainstep.math.Digits;
import chainstep.run.Evaluator;
import chainstep.run.Trace;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Computes alternatives from exact numbers. Mutable working memory; safe for several threads. */
final class Exact implements Alternatives.Values {
    private final Evaluator evaluator;
    private final int[] nodes;
    private final List<Yielded> values;

    /** @param nodes of the alternatives */
    Exact(Trace known, Program longer, int[] nodes) {
        this.evaluator = Evaluator.behind(known.program(), longer, nodes);
        this.nodes = nodes.clone();
        this.values = of(known);
    }

    @Override
    public List<Yielded> from(Map<Place, Digits> earlier) {
        return values;
    }

    /** The same of some of the alternatives, by their numbers. */
    Exact only(Trace known, int[] which) {
        return new Exact(
                known,
                evaluator.program(),
                Arrays.stream(which).map(k -> nodes[k]).toArray());
    }

    /** What they yield from the exact numbers of a program like the one they were written for. */
    synchronized List<Yielded> of(Trace like) {
        Trace trace = evaluator.extend(like);
        return Arrays.stream(nodes)
                .mapToObj(node -> Yielded.exactly(trace.value(node)))
                .toList();
    }
}
