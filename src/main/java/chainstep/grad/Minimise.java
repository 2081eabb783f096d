package chainstep.grad;

import chainstep.graph.OperandException;
import chainstep.graph.Origin;
import chainstep.graph.Phase;
import chainstep.graph.ProgramBuilder;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Appends everything that {@code minimize(loss, …)} means: penalties, the backward pass, the update. */
public final class Minimise {
    /**
     * What was appended.
     *
     * @param loss the value minimised: the one given, or a new one with the penalties
     * @param idle the trained parameters that the loss given does not depend on
     */
    public record Outcome(int loss, List<Integer> idle) {
        public Outcome {
            idle = List.copyOf(idle);
        }
    }

    private final ProgramBuilder program;
    private final Origin origin;
    private final List<Integer> trained;
    private final Settings settings;

    private Minimise(ProgramBuilder program, Origin origin, List<Integer> trained, Settings settings) {
        this.program = program;
        this.origin = origin;
        this.trained = trained;
        this.settings = settings;
    }

    /**
     * Appends penalties (forward), gradients (backward) and new values (update), and marks the loss. A parameter without a
     * gradient is not updated.
     *
     * @param origin the place of the directive, for the nodes that no other line wrote
     * @param wrt the values whose gradients are wanted besides those of {@code trained}
     * @param trained the parameters that are updated, in order
     * @throws OperandException when the loss is not one number
     */
    public static Outcome append(
            ProgramBuilder program,
            Origin origin,
            int loss,
            List<Integer> wrt,
            List<Integer> trained,
            Settings settings) {
        if (program.node(loss).shape().size() != 1) {
            throw new OperandException("loss.scalar", program.node(loss).shape());
        }
        List<Integer> distinct = trained.stream().distinct().toList();
        return new Minimise(program, origin, distinct, settings).append(loss, wrt);
    }

    private Outcome append(int given, List<Integer> wrt) {
        BitSet behind = behind(given);
        List<Integer> idle = trained.stream().filter(id -> !behind.get(id)).toList();
        program.at(origin).phase(Phase.FORWARD);
        int loss = new Penalty(program, given, trained).added(given, settings.l1(), settings.l2());
        program.minimise(loss);
        List<Integer> asked = new ArrayList<>(wrt);
        asked.addAll(trained);
        program.phase(Phase.BACKWARD);
        Gradient.append(program, loss, asked);
        program.at(origin).phase(Phase.UPDATE);
        settings.optimizer().ifPresent(optimizer -> update(optimizer, loss));
        return new Outcome(loss, idle);
    }

    /** The values that {@code node} depends on. */
    private BitSet behind(int node) {
        BitSet behind = new BitSet();
        behind.set(node);
        for (int id = node; id >= 0; id--) {
            if (behind.get(id)) {
                program.node(id).inputs().forEach(behind::set);
            }
        }
        return behind;
    }

    private void update(Optimizer optimizer, int loss) {
        List<Integer> params = trained.stream()
                .filter(param -> program.gradient(loss, param).isPresent())
                .toList();
        if (params.isEmpty()) {
            return;
        }
        List<Integer> gradients = params.stream()
                .map(param -> program.gradient(loss, param).getAsInt())
                .toList();
        UpdateWriter write = UpdateWriter.shared(program);
        List<Integer> used = settings.clip()
                .map(limit -> Clipping.append(write, params, gradients, limit))
                .orElse(gradients);
        int rate = new RateRule(write).append(optimizer.rate());
        for (int k = 0; k < params.size(); k++) {
            new UpdateRule(write.of(params.get(k)), rate).append(optimizer, used.get(k));
        }
    }
}
