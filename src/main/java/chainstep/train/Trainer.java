package chainstep.train;

import chainstep.lang.Take;
import chainstep.run.Progress;
import chainstep.run.Snapshot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * Trains a course with an engine, epoch by epoch. Mutable; one thread.
 *
 * <p>Updates run in chunks of one engine call; between two of them it can be broken off, at a state that is whole.
 */
public final class Trainer {
    /** How long an engine is left alone, in nanoseconds. */
    private static final long CHUNK = 100_000_000;

    private static final double SECOND = 1e9;

    private final Course course;
    private final Session session;
    private final Map<Take.Part, Measure> measures = new EnumMap<>(Take.Part.class);
    private final LongSupplier clock;
    private final List<Double> losses = new ArrayList<>();
    private Snapshot state;
    private final Conditions conditions;
    private Optional<Diverged> diverged = Optional.empty();
    private Optional<Halt> halted = Optional.empty();
    private long spent;
    private int chunk = 1;

    /** @param clock nanoseconds */
    public Trainer(Course course, Engine engine, LongSupplier clock) {
        this(course, engine, clock, Conditions.none(course.model()));
    }

    /**
     * One that stops at conditions.
     *
     * @param clock nanoseconds
     */
    public Trainer(Course course, Engine engine, LongSupplier clock, Conditions conditions) {
        this.course = course;
        this.clock = clock;
        this.conditions = conditions;
        List<Integer> told = Stream.concat(Stream.of(course.loss()), conditions.nodes().stream())
                .toList();
        this.session = engine.open(conditions.program(), told, List.of());
        this.state = session.snapshot();
        course.parts().forEach(part -> measures.put(part, Measure.of(course, part)));
    }

    /** The state before the next update. */
    public Snapshot state() {
        return state;
    }

    /** Where training stopped because a number was none. */
    public Optional<Diverged> diverged() {
        return diverged;
    }

    /** Where training stopped because a condition held; going on passes it. */
    public Optional<Halt> halted() {
        return halted;
    }

    /** Goes on from a state. */
    public void load(Snapshot from) {
        session.load(from);
        state = from;
        losses.clear();
        diverged = Optional.empty();
        halted = Optional.empty();
    }

    /** The epoch that the next update belongs to, from 0. */
    public long epoch() {
        return state.iteration() / course.perEpoch();
    }

    /**
     * Runs updates up to the end of the epoch that the next one belongs to.
     *
     * @param progress told of updates
     * @return what is known at its end; empty when it was broken off or diverged on the way
     */
    public Optional<Epoch> toEpochEnd(Progress progress) {
        long end = (epoch() + 1) * course.perEpoch();
        return to(end, progress) ? Optional.of(measured()) : Optional.empty();
    }

    /**
     * Runs until so many updates have been made since the beginning.
     *
     * @return false when it was broken off, diverged or a condition held on the way
     */
    public boolean to(long end, Progress progress) {
        long passed = halted.map(Halt::iteration).orElse(-1L);
        halted = Optional.empty();
        while (state.iteration() < end && diverged.isEmpty()) {
            if (progress.cancelled()) {
                return false;
            }
            int most = (int) Math.min(chunk, end - state.iteration());
            long start = clock.getAsLong();
            run(most, passed);
            long took = clock.getAsLong() - start;
            spent += took;
            boolean quick = took < CHUNK / 2;
            chunk = quick ? Math.min(chunk * 2, 1 << 16) : took > CHUNK ? Math.max(chunk / 2, 1) : chunk;
            progress.reached(state.iteration());
            if (halted.isPresent()) {
                return false;
            }
        }
        return diverged.isEmpty();
    }

    /** @param passed an update at which no condition counts */
    private void run(int updates, long passed) {
        double[][] told = session.run(updates);
        Snapshot after = session.snapshot();
        Optional<Halt> stop = holding(told, updates, passed);
        if (stop.isPresent()) {
            halt(stop.get());
        } else if (Arrays.stream(told[0]).allMatch(Double::isFinite) && after.isFinite()) {
            Arrays.stream(told[0]).forEach(losses::add);
            state = after;
        } else {
            find(updates);
        }
    }

    /** The first update of a chunk in which a condition holds; the state not yet the one before it. */
    private Optional<Halt> holding(double[][] told, int updates, long passed) {
        for (int k = 0; k < updates; k++) {
            long iteration = state.iteration() + k;
            for (int c = 1; c < told.length; c++) {
                if (told[c][k] != 0 && iteration != passed) {
                    return Optional.of(new Halt(c - 1, iteration, state));
                }
            }
        }
        return Optional.empty();
    }

    /** Goes to before the update in which a condition held. */
    private void halt(Halt stop) {
        session.load(state);
        int before = (int) (stop.iteration() - state.iteration());
        double[] told = before > 0 ? session.run(before)[0] : new double[0];
        Snapshot there = session.snapshot();
        if (!there.isFinite()) {
            find(before);
            return;
        }
        Arrays.stream(told).forEach(losses::add);
        state = there;
        halted = Optional.of(new Halt(stop.condition(), stop.iteration(), state));
    }

    /** Runs a chunk again, update by update, to where a number first was none, and stays before it. */
    private void find(int updates) {
        session.load(state);
        for (int k = 0; k < updates && diverged.isEmpty(); k++) {
            double loss = session.run(1)[0][0];
            Snapshot after = session.snapshot();
            if (Double.isFinite(loss) && after.isFinite()) {
                losses.add(loss);
                state = after;
            } else {
                diverged = Optional.of(new Diverged(state.iteration(), state, loss));
            }
        }
        session.load(state);
    }

    /** Which classes the rows of a part were taken for in a state; empty where answers are numbers, or it is no part of the data. */
    public Optional<Confusion> confusion(Take.Part part, Snapshot in) {
        return Optional.ofNullable(measures.get(part)).flatMap(measure -> measure.confusion(in));
    }

    /** What is known of the state it is in, the losses being those since it was last asked. */
    public Epoch measured() {
        Map<Take.Part, Measure.Score> scores = new EnumMap<>(Take.Part.class);
        measures.forEach((part, measure) -> scores.put(part, measure.score(state)));
        double mean = losses.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
        losses.clear();
        return new Epoch(state.iteration() / course.perEpoch(), state.iteration(), mean, scores, spent / SECOND);
    }
}
