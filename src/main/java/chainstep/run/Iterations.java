package chainstep.run;

import chainstep.graph.BrokenOff;
import chainstep.graph.Leaf;
import chainstep.graph.Program;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Every iteration of a program's run, by number, each run again exactly from the nearest earlier snapshot.
 *
 * <p>Snapshots take up to {@link #SNAPSHOT_BYTES}, the traces last asked for up to {@link #TRACE_BYTES} more. Going through
 * iterations in order allocates nothing but snapshots. Mutable; one thread. The traces it hands out are the caller's to keep.
 */
public final class Iterations {
    /** How many bytes of snapshots are kept; above it they are thinned. */
    public static final long SNAPSHOT_BYTES = 64L << 20;

    /** How many bytes of traces are kept, at most {@link #TRACES} of them and at least one. */
    public static final long TRACE_BYTES = 64L << 20;

    public static final int TRACES = 16;

    private final Program program;
    private final Evaluator evaluator;
    private final Snapshots snapshots;
    private final Trace work;
    /** Whether the working trace holds a whole iteration; not so once one was broken off. */
    private boolean begun;

    private final Map<Long, Trace> recent;

    public Iterations(Program program) {
        this(program, SNAPSHOT_BYTES);
    }

    /** @param budget how many bytes of snapshots to keep */
    Iterations(Program program, long budget) {
        this(new Evaluator(program), Optional.empty(), budget);
    }

    private Iterations(Evaluator evaluator, Optional<Snapshots> known, long budget) {
        this.program = evaluator.program();
        this.evaluator = evaluator;
        this.snapshots = known.orElseGet(() -> new Snapshots(evaluator.start(), budget));
        this.work = evaluator.newTrace();
        long most = Math.max(1, Math.min(TRACES, TRACE_BYTES / Math.max(1, work.bytes())));
        this.recent = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Long, Trace> eldest) {
                return size() > most;
            }
        };
    }

    /**
     * The same run with more computed in each iteration; the snapshots are shared, so nothing need be run again from the
     * start.
     *
     * @param other a program that begins as this one or as one both were made from, with the same carries
     * @throws IllegalArgumentException when the programs carry different values
     */
    public Iterations computing(Program other) {
        if (!other.carries().equals(program.carries())) {
            throw new IllegalArgumentException("the programs carry different values from iteration to iteration");
        }
        return new Iterations(new Evaluator(other), Optional.of(snapshots), 0);
    }

    public Program program() {
        return program;
    }

    /** Whether iterations differ at all: something is carried on, or a leaf is filled anew. */
    public boolean differ() {
        return !program.carries().isEmpty()
                || program.nodes().stream()
                        .anyMatch(node ->
                                node.op() instanceof Leaf leaf && leaf.supply().varies());
    }

    /**
     * The trace of one iteration.
     *
     * @throws BrokenOff when the thread was interrupted on the way
     */
    public Trace trace(long iteration) {
        return trace(iteration, Progress.NONE).orElseThrow(BrokenOff::new);
    }

    /** The trace of one iteration; empty when it was cancelled on the way. */
    public Optional<Trace> trace(long iteration, Progress progress) {
        Trace known = recent.get(iteration);
        if (known == null) {
            if (!moveTo(iteration, progress)) {
                return Optional.empty();
            }
            known = work.copy();
            recent.put(iteration, known);
        }
        return Optional.of(known);
    }

    /**
     * Visits the iterations {@code from} to {@code to}, both included, in order, until the visitor says true.
     *
     * @param stop is handed a trace that the next iteration overwrites, and asks nothing of this object
     * @return how it ended, and at which iteration
     */
    public Swept sweep(long from, long to, Predicate<Trace> stop, Progress progress) {
        if (!moveTo(from, progress)) {
            return new Swept(Swept.How.CANCELLED, work.iteration);
        }
        for (long iteration = from; ; iteration++) {
            if (stop.test(work)) {
                return new Swept(Swept.How.STOPPED, iteration);
            } else if (iteration >= to) {
                return new Swept(Swept.How.ENDED, iteration);
            } else if (progress.cancelled()) {
                return new Swept(Swept.How.CANCELLED, iteration);
            }
            advance(progress);
        }
    }

    /** How a {@link #sweep} ended, at the iteration last visited. */
    public record Swept(How how, long iteration) {
        public enum How {
            /** The visitor said so. */
            STOPPED,
            /** All were visited. */
            ENDED,
            CANCELLED
        }
    }

    /**
     * Begins iterations with these states from now on, however they came about: those of a training by another engine. What comes
     * after one of them is worked out from it.
     */
    public void tell(List<Snapshot> states) {
        snapshots.tell(states);
        recent.clear();
        begun = false;
    }

    /** The first iteration from which {@code iteration} can be reached without a detour: that of the nearest snapshot. */
    public long nearest(long iteration) {
        return snapshots.before(iteration).iteration();
    }

    /** Brings the working trace to an iteration; false when cancelled. */
    private boolean moveTo(long iteration, Progress progress) {
        if (iteration < 0) {
            throw new IllegalArgumentException("there is no iteration " + iteration);
        }
        Snapshot near = snapshots.before(iteration);
        if (!begun || work.iteration > iteration || near.iteration() > work.iteration) {
            begun = false;
            evaluator.run(near, work);
            begun = true;
            offer(progress);
        }
        while (work.iteration < iteration) {
            if (progress.cancelled()) {
                return false;
            }
            advance(progress);
        }
        return true;
    }

    private void advance(Progress progress) {
        begun = false;
        evaluator.advance(work);
        begun = true;
        offer(progress);
    }

    private void offer(Progress progress) {
        if (snapshots.wants(work.iteration + 1)) {
            snapshots.keep(evaluator.after(work));
        }
        progress.reached(work.iteration);
    }
}
