package chainstep.run;

import chainstep.graph.BrokenOff;
import chainstep.graph.OperandException;
import chainstep.lang.Extension;
import chainstep.lang.Model;
import chainstep.lang.Quantity;
import chainstep.lang.SourceError;
import chainstep.math.Tensor;
import chainstep.words.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Answers what is asked of a model: the value of any quantity in any iteration, exactly. */
public final class Quantities {
    /** How many quantities are computed together. */
    private static final int MOST = 200;

    private final Model model;
    private final Iterations iterations;
    private final Progress progress;

    public Quantities(Model model, Iterations iterations) {
        this(model, iterations, Progress.NONE);
    }

    /** @param progress is told of every iteration run on the way to those asked for */
    public Quantities(Model model, Iterations iterations, Progress progress) {
        this.model = model;
        this.iterations = iterations;
        this.progress = progress;
    }

    /**
     * A quantity's value in an iteration.
     *
     * @throws chainstep.lang.SourceError when the model has no such quantity, or it cannot be computed
     * @throws OperandException when the model itself cannot be run
     * @throws BrokenOff when the thread was interrupted
     */
    public Tensor value(long iteration, Quantity quantity) {
        Quantity.Appended appended = quantity.append(model, this::value);
        Trace trace = trace(iteration);
        try {
            return Evaluator.extend(trace, appended.program()).value(appended.node());
        } catch (OperandException trouble) {
            throw SourceError.at(
                    quantity.source(),
                    quantity.expression().span(),
                    new Phrase("op", trouble.key(), trouble.arguments()));
        }
    }

    private Trace trace(long iteration) {
        return iterations.trace(iteration, progress).orElseThrow(BrokenOff::new);
    }

    /**
     * The values of many quantities, each in its iteration: those of one iteration are computed together.
     *
     * @throws chainstep.lang.SourceError when the model has no such quantity
     */
    List<Tensor> values(List<Long> iterations, List<Quantity> quantities) {
        Tensor[] values = new Tensor[quantities.size()];
        Map<Long, List<Integer>> together = new TreeMap<>();
        for (int k = 0; k < values.length; k++) {
            together.computeIfAbsent(iterations.get(k), iteration -> new ArrayList<>())
                    .add(k);
        }
        together.forEach((iteration, places) -> {
            for (int from = 0; from < places.size(); from += MOST) {
                List<Integer> some = places.subList(from, Math.min(places.size(), from + MOST));
                compute(iteration, some, quantities, values);
            }
        });
        return List.of(values);
    }

    private void compute(long iteration, List<Integer> places, List<Quantity> quantities, Tensor[] values) {
        Extension extension = new Extension(model, this::value);
        int[] nodes = new int[places.size()];
        try {
            for (int k = 0; k < nodes.length; k++) {
                nodes[k] = extension.append(quantities.get(places.get(k)));
            }
        } catch (SourceError full) {
            places.forEach(place -> values[place] = value(iteration, quantities.get(place)));
            return;
        }
        Trace known = trace(iteration);
        try {
            Trace trace = Evaluator.extend(known, extension.program());
            for (int k = 0; k < nodes.length; k++) {
                values[places.get(k)] = trace.value(nodes[k]);
            }
        } catch (OperandException full) {
            places.forEach(place -> values[place] = value(iteration, quantities.get(place)));
        }
    }
}
