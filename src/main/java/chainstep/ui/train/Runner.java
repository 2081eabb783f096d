package chainstep.ui.train;

import chainstep.graph.Program;
import chainstep.lang.Take;
import chainstep.run.Progress;
import chainstep.run.Snapshot;
import chainstep.train.Conditions;
import chainstep.train.Course;
import chainstep.train.Engine;
import chainstep.train.Epoch;
import chainstep.train.Measure;
import chainstep.train.Patience;
import chainstep.train.Reel;
import chainstep.train.Slopes;
import chainstep.train.Trainer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * A training that can be watched: it goes on at a pace, measures on the way and keeps states to go back to.
 *
 * <p>Mutable. One thread at a time trains; any may ask how far it is. At full speed no more than a twentieth of the time goes to
 * measuring, but for the points that a curve needs: what is over soon has its curves too.
 */
final class Runner {
    private static final long FRAME = 33_000_000;
    private static final int SHARE = 20;
    /** Over so many frames the rate is told. */
    private static final int WHILE = 10;

    private static final double SECOND = 1e9;
    private static final long FREE = 5_000_000_000L;
    /** A curve has at least so many points. */
    private static final int POINTS = 120;

    private final Course course;
    private final Trainer trainer;
    private final Slopes slopes;
    private final LongSupplier nanos;
    private final Marks marks = new Marks();
    private final Reel reel;
    private long measuring;
    private long training;
    /** How long it took to measure last, and how long had been trained by then. */
    private long cost;

    private long marked;
    private long counted;
    private long counting;
    private double rate;
    private Optional<Patience> patience;
    private boolean early;
    private volatile Progressed now;
    private volatile Pace pace = Pace.FULL;

    /** @param nanos a clock */
    Runner(Course course, Engine engine, LongSupplier nanos) {
        this.course = course;
        this.nanos = nanos;
        this.trainer = new Trainer(course, engine, nanos, Conditions.of(course.model()));
        this.slopes = Slopes.of(course, engine);
        this.reel = new Reel(numbers(course.program()));
        this.patience = waiting();
        mark();
        publish();
    }

    private static long numbers(Program program) {
        return program.carries().stream()
                .mapToLong(carry -> program.node(carry.leaf()).shape().size())
                .sum();
    }

    private Optional<Patience> waiting() {
        return course.patience().map(epochs -> new Patience(course, epochs));
    }

    /** How far it is; for any thread. */
    Progressed now() {
        return now;
    }

    /** Goes by otherwise from now on; for any thread. */
    void pace(Pace other) {
        pace = other;
    }

    /** The parameters whose slopes are measured. */
    List<String> learning() {
        return slopes.names();
    }

    /** Begins in a state that another training came to: what was measured of the first state is none of its own. */
    void begin(Snapshot from) {
        marks.cut(-1);
        resume(from);
    }

    /** Goes on from a state; what came after it is forgotten. */
    void resume(Snapshot from) {
        trainer.load(from);
        marks.cut(from.iteration());
        reel.cut(from.iteration());
        patience = waiting();
        mark();
        publish();
    }

    /**
     * Trains until so many updates have been made since the beginning, or it is broken off, diverges or a condition holds.
     *
     * @return how far it came
     */
    Progressed to(long end, Progress progress) {
        int ahead = 1;
        measuring = 0;
        early = false;
        long step = (end - trainer.state().iteration()) / POINTS / 2;
        long point = 0;
        long whole = Math.max(1, end / course.perEpoch() / POINTS);
        while (trainer.state().iteration() < end && !progress.cancelled()) {
            long began = nanos.getAsLong();
            long stop = Math.min(end, stop(ahead));
            long before = trainer.state().iteration();
            boolean done = trainer.to(stop, publishing(progress));
            long took = Math.max(1, nanos.getAsLong() - began);
            training += took;
            rate(trainer.state().iteration() - before, took);
            ahead = took < FRAME / 2 ? (int) Math.min(2L * ahead, whole) : Math.max(1, ahead / 2);
            if (isDue(point)) {
                mark();
                point = trainer.state().iteration() + step;
            }
            publish();
            progress.reached(trainer.state().iteration());
            if (!done || early) {
                break;
            }
            rest(began);
        }
        mark();
        publish();
        return now;
    }

    /** @param point where a curve needs its next point */
    private boolean isDue(long point) {
        boolean needed = measuring < FREE && trainer.state().iteration() >= point;
        return pace != Pace.FULL || patience.isPresent() || needed || training - marked >= SHARE * cost;
    }

    /** Notes how much was done in a time; the rate is that of the last while, unknown where no clock goes. */
    private void rate(long updates, long took) {
        counted += updates;
        counting += took;
        if (counting > FRAME * WHILE) {
            rate = counted * SECOND / counting;
            counted = 0;
            counting = 0;
        }
    }

    private long stop(int ahead) {
        long at = trainer.state().iteration();
        boolean each = pace != Pace.FULL || patience.isPresent();
        return pace == Pace.UPDATE ? at + 1 : (trainer.epoch() + (each ? 1 : ahead)) * course.perEpoch();
    }

    /** What is shown of a pace that eyes can follow lasts a frame. */
    private void rest(long began) {
        long left = FRAME - (nanos.getAsLong() - began);
        if (pace != Pace.FULL && left > 0) {
            LockSupport.parkNanos(left);
        }
    }

    private Progress publishing(Progress progress) {
        return new Progress() {
            @Override
            public boolean cancelled() {
                return progress.cancelled();
            }

            @Override
            public void reached(long iteration) {
                publish();
                progress.reached(iteration);
            }
        };
    }

    private void mark() {
        long began = nanos.getAsLong();
        Epoch epoch = trainer.measured();
        Snapshot state = trainer.state();
        boolean isWhole = state.iteration() % course.perEpoch() == 0;
        patience.filter(waiting -> isWhole).ifPresent(waiting -> {
            waiting.offer(epoch, state);
            early = waiting.isOver(epoch);
        });
        double epochs = state.iteration() / (double) course.perEpoch();
        Slopes.Slope slope = slopes.at(state);
        Map<Take.Part, Measure.Score> scores = course.parts().isEmpty()
                ? Map.of(Take.Part.TRAINING, new Measure.Score(slope.loss(), OptionalDouble.empty()))
                : epoch.scores();
        marks.add(new Mark(epochs, state.iteration(), scores, slope.norms()));
        reel.add(state);
        cost = nanos.getAsLong() - began;
        measuring += cost;
        marked = training;
    }

    private void publish() {
        now = new Progressed(
                trainer.state(),
                marks.all(),
                reel.frames(),
                rate,
                trainer.diverged(),
                trainer.halted(),
                patience.filter(waiting -> early).map(Patience::bestEpoch));
    }
}
