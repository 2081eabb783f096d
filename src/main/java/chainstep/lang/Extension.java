package chainstep.lang;

import chainstep.graph.Fixed;
import chainstep.graph.Phase;
import chainstep.graph.Program;
import chainstep.graph.ProgramBuilder;
import chainstep.graph.Supply;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A program that goes on where a model's ends, quantity after quantity; what several of them need is computed once.
 *
 * <p>Mutable; one thread.
 */
public final class Extension {
    /** The numbers of {@code at(iteration, quantity)}. */
    @FunctionalInterface
    interface Elsewhere {
        Supply at(long iteration, Quantity quantity);
    }

    private final Model model;
    private final ProgramBuilder program;
    private final Elsewhere elsewhere;
    private final Map<Integer, Integer> updated = new HashMap<>();
    private final Map<List<Integer>, Integer> jacobians = new HashMap<>();
    private final Optional<Unrolling> unrolling;

    /** @param elsewhere answers {@code at(iteration, quantity)} */
    public Extension(Model model, Quantity.Elsewhere elsewhere) {
        this(model, model.program(), supplies(elsewhere));
    }

    Extension(Model model, Program program, Elsewhere elsewhere) {
        this(model, new ProgramBuilder(program), elsewhere, false);
    }

    private Extension(Model model, ProgramBuilder program, Elsewhere elsewhere, boolean unrolls) {
        this.model = model;
        this.program = program.phase(Phase.UPDATE);
        this.elsewhere = elsewhere;
        this.unrolling = unrolls ? Optional.of(new Unrolling(model.program(), program)) : Optional.empty();
    }

    /**
     * The same, {@code at(iteration, quantity)} computed by nodes from the first iteration on, where those are not too many.
     *
     * @param elsewhere answers it where they are
     */
    public static Extension unrolled(Model model, Quantity.Elsewhere elsewhere) {
        return new Extension(model, new ProgramBuilder(model.program()), supplies(elsewhere), true);
    }

    private static Elsewhere supplies(Quantity.Elsewhere elsewhere) {
        return (iteration, quantity) -> Fixed.of(elsewhere.value(iteration, quantity));
    }

    /**
     * Appends the nodes that compute a quantity, and returns the last.
     *
     * @throws SourceError when the model has no such quantity
     */
    public int append(Quantity quantity) {
        return new QuantityReader(quantity, this).read();
    }

    /** The program, with everything appended so far. */
    public Program program() {
        return program.build();
    }

    Model model() {
        return model;
    }

    ProgramBuilder builder() {
        return program;
    }

    Supply elsewhere(long iteration, Quantity quantity) {
        return elsewhere.at(iteration, quantity);
    }

    /** For each node that computes a later iteration, what it is there. */
    public Map<Integer, Unrolled> laterIterations() {
        return unrolling.map(Unrolling::origins).map(Map::copyOf).orElse(Map.of());
    }

    Optional<Unrolling> unrolling() {
        return unrolling;
    }

    /** For each node computed again with the updated parameters, its second time. */
    Map<Integer, Integer> updated() {
        return updated;
    }

    /** The Jacobians made so far, by what of and by what. */
    Map<List<Integer>, Integer> jacobians() {
        return jacobians;
    }
}
