package chainstep.run;

import chainstep.graph.OperandException;
import chainstep.graph.Program;
import chainstep.math.Tensor;
import java.util.Arrays;
import java.util.Map;

/**
 * The values of every node of one iteration.
 *
 * <p>Filled once by an {@link Evaluator} and read-only to everyone else; a trace stays valid as long as it is kept.
 */
public final class Trace {
    private final Program program;
    final double[][] slots;
    long iteration;
    /** Whether the leaves that never vary hold their numbers. */
    boolean filled;

    /** @throws OperandException when there is no memory for all the values, at the place of the largest */
    Trace(Program program) {
        this(program, 0);
    }

    /** A trace whose values before {@code first} are yet to be put in. */
    Trace(Program program, int first) {
        this.program = program;
        this.slots = new double[program.size()][];
        long numbers = 0;
        int largest = first;
        for (int id = first; id < slots.length; id++) {
            int size = program.node(id).shape().size();
            numbers += size;
            largest = size > program.node(largest).shape().size() ? id : largest;
        }
        try {
            Memory.require(Double.BYTES * numbers);
            Memory.within(() -> {
                for (int id = first; id < slots.length; id++) {
                    slots[id] = new double[program.node(id).shape().size()];
                }
            });
        } catch (OperandException full) {
            throw full.at(program.node(largest).origin());
        }
    }

    private Trace(Program program, double[][] slots, long iteration) {
        this.program = program;
        this.slots = slots;
        this.iteration = iteration;
    }

    /**
     * The same values, of a program that this trace's program goes on from; shared, not copied.
     *
     * @throws IllegalArgumentException when that program is longer
     */
    public Trace of(Program shorter) {
        if (shorter.size() > slots.length) {
            throw new IllegalArgumentException(slots.length + " values for a program of " + shorter.size());
        }
        return shorter == program ? this : new Trace(shorter, Arrays.copyOf(slots, shorter.size()), iteration);
    }

    /**
     * The same with other values at some nodes, nothing computed from them anew; the rest shared, not copied.
     *
     * @throws IllegalArgumentException when one has another size
     */
    public Trace with(Map<Integer, Tensor> others) {
        double[][] changed = slots.clone();
        others.forEach((node, value) -> {
            if (value.size() != slots[node].length) {
                throw new IllegalArgumentException(value.size() + " numbers for " + slots[node].length);
            }
            changed[node] = value.toArray();
        });
        return new Trace(program, changed, iteration);
    }

    /** A trace of its own with the same values. */
    Trace copy() {
        Trace copy = new Trace(program);
        for (int id = 0; id < slots.length; id++) {
            System.arraycopy(slots[id], 0, copy.slots[id], 0, slots[id].length);
        }
        copy.iteration = iteration;
        copy.filled = filled;
        return copy;
    }

    /** How many bytes its values take. */
    long bytes() {
        return Arrays.stream(slots).mapToLong(values -> 8L * values.length).sum();
    }

    public Program program() {
        return program;
    }

    public long iteration() {
        return iteration;
    }

    /** A node's value. */
    public Tensor value(int node) {
        return Tensor.of(program.node(node).shape(), slots[node]);
    }

    /** One element of a node's value, by its place in the flat array. */
    public double get(int node, int element) {
        return slots[node][element];
    }
}
