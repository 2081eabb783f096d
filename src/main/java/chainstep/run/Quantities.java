package chainstep.run;

import chainstep.lang.Model;
import chainstep.lang.Quantity;
import chainstep.math.Tensor;

/** Answers what is asked of a model: the value of any quantity in any iteration, exactly. */
public final class Quantities {
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
}
