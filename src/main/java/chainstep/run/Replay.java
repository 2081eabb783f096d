package chainstep.run;

import chainstep.graph.Node;
import chainstep.graph.Program;
import java.util.BitSet;

/**
 * One trace run again with a single number of it changed: only what depends on that number is computed anew.
 *
 * <p>Mutable working memory; one thread.
 */
final class Replay {
    private final Evaluator evaluator;
    private final Program program;
    private final Trace known;
    private final Trace work;
    private final int of;
    private final int node;
    private final int[] dependents;

    /**
     * @param of the value looked at
     * @param node the value changed
     */
    Replay(Evaluator evaluator, Trace known, int of, int node) {
        this.evaluator = evaluator;
        this.program = known.program();
        this.known = known;
        this.work = known.copy();
        this.of = of;
        this.node = node;
        this.dependents = dependents(program, node, of);
    }

    /** The nodes between {@code node} and {@code of} that read the one and are read for the other, in program order. */
    private static int[] dependents(Program program, int node, int of) {
        BitSet reached = new BitSet();
        reached.set(node);
        for (int id = node + 1; id <= of; id++) {
            Node later = program.node(id);
            if (later.inputs().stream().anyMatch(reached::get)) {
                reached.set(id);
            }
        }
        reached.clear(node);
        reached.and(behind(program, of));
        return reached.stream().toArray();
    }

    /** A node and all that it is computed from. */
    private static BitSet behind(Program program, int of) {
        BitSet read = new BitSet();
        read.set(of);
        for (int id = of; id >= 0; id = read.previousSetBit(id - 1)) {
            program.node(id).inputs().forEach(read::set);
        }
        return read;
    }

    int[] dependents() {
        return dependents.clone();
    }

    /** The trace as it is. */
    Trace known() {
        return known;
    }

    /** The value looked at. */
    int of() {
        return of;
    }

    /** The largest magnitude among the value changed and all that depends on it: what rounding errors are relative to. */
    double magnitude() {
        double largest = 0;
        for (double value : known.slots[node]) {
            largest = larger(largest, value);
        }
        for (int id : dependents) {
            for (double value : known.slots[id]) {
                largest = larger(largest, value);
            }
        }
        return largest;
    }

    private static double larger(double largest, double value) {
        return Double.isFinite(value) ? Math.max(largest, Math.abs(value)) : largest;
    }

    /** The sum of {@code of}'s elements, with one element of {@code node} set to {@code value}. */
    double at(int element, double value) {
        run(element, value);
        double sum = 0;
        for (double part : work.slots[of]) {
            sum += part;
        }
        return sum;
    }

    /** The whole trace, with one element of {@code node} set to {@code value}; overwritten by the next call. */
    Trace run(int element, double value) {
        System.arraycopy(known.slots[node], 0, work.slots[node], 0, work.slots[node].length);
        work.slots[node][element] = value;
        evaluator.recompute(work, dependents);
        return work;
    }
}
