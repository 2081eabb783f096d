package chainstep.run;

import chainstep.lang.Extension;
import chainstep.lang.Model;
import chainstep.lang.Quantity;
import chainstep.lang.SourceError;
import chainstep.math.Tensor;
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

    public Quantities(Model model, Iterations iterations) {
        this.model = model;
        this.iterations = iterations;
    }

    /**
     * A quantity's value in an iteration.
     *
     * @throws chainstep.lang.SourceError when the model has no such quantity
     */
    public Tensor value(long iteration, Quantity quantity) {
        Quantity.Appended appended = quantity.append(model, this::value);
        Trace trace = iterations.trace(iteration);
        return Evaluator.extend(trace, appended.program()).value(appended.node());
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
        Trace trace = Evaluator.extend(iterations.trace(iteration), extension.program());
        for (int k = 0; k < nodes.length; k++) {
            values[places.get(k)] = trace.value(nodes[k]);
        }
    }
}
