package chainstep.cli;

import chainstep.cli.prompt.Ticker;
import chainstep.lang.Take;
import chainstep.run.Progress;
import chainstep.run.Snapshot;
import chainstep.train.Course;
import chainstep.train.Epoch;
import chainstep.train.Patience;
import chainstep.train.Trainer;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** One run of training from the terminal, from the first epoch to its end, whatever that is. Mutable. */
final class TrainRun {
    /** About so many epochs are told of a run. */
    private static final int LINES = 20;

    private final Console console;
    private final Course course;
    private final Trainer trainer;
    private final Optional<Patience> patience;
    private final TrainFolder folder;
    private final TrainReport report;
    private final long first;
    private boolean isEarly;

    TrainRun(
            Console console,
            Course course,
            Trainer trainer,
            Optional<Patience> patience,
            TrainFolder folder,
            TrainReport report) {
        this.console = console;
        this.course = course;
        this.trainer = trainer;
        this.patience = patience;
        this.folder = folder;
        this.report = report;
        this.first = trainer.epoch();
    }

    /**
     * Trains until there have been so many epochs since the beginning.
     *
     * @return what the process answers
     */
    int run(long last) throws IOException {
        if (first >= last) {
            report.nothing(first);
        }
        ended(trainer.measured(), true);
        boolean brokenOff = false;
        try (Ticker ticker = ticker(last)) {
            while (trainer.epoch() < last && trainer.diverged().isEmpty() && !isEarly && !brokenOff) {
                Optional<Epoch> epoch = trainer.toEpochEnd(new UntilDue(ticker));
                if (epoch.isPresent()) {
                    boolean isTold = isTold(epoch.get().number(), last);
                    if (isTold) {
                        ticker.clear();
                    }
                    ended(epoch.get(), isTold);
                }
                brokenOff = ticker.cancelled();
                if (folder.isDue()) {
                    folder.keep(trainer, patience);
                }
            }
        }
        Thread.interrupted();
        folder.keep(trainer, patience);
        return told(brokenOff && trainer.epoch() < last && !isEarly);
    }

    private boolean isTold(long epoch, long last) {
        return epoch == last || isEarly || (epoch - first) % Math.max(1, (last - first) / LINES) == 0;
    }

    private void ended(Epoch epoch, boolean isTold) {
        boolean isWhole = epoch.updates() % course.perEpoch() == 0;
        patience.filter(waiting -> isWhole).ifPresent(waiting -> {
            waiting.offer(epoch, trainer.state());
            isEarly = waiting.isOver(epoch);
        });
        folder.add(epoch);
        report.epoch(epoch, isTold || isEarly);
    }

    private int told(boolean brokenOff) {
        boolean diverged = trainer.diverged().isPresent();
        TrainReport.End end = diverged
                ? TrainReport.End.DIVERGED
                : brokenOff ? TrainReport.End.BROKEN_OFF : isEarly ? TrainReport.End.EARLY : TrainReport.End.TRAINED;
        if (!diverged && !brokenOff) {
            confusion();
        }
        trainer.diverged().ifPresent(report::diverged);
        report.end(end, trainer, patience, folder);
        return diverged ? ChainStep.WRONG : brokenOff ? ChainStep.BROKEN_OFF : 0;
    }

    /** Of the rows learnt from least: those to test with, else to validate with. */
    private void confusion() {
        List<Take.Part> parts = course.parts();
        if (!parts.isEmpty()) {
            Take.Part part = parts.get(parts.size() - 1);
            Snapshot state = patience.flatMap(Patience::state).orElse(trainer.state());
            trainer.confusion(part, state).ifPresent(found -> report.confusion(part, found));
        }
    }

    private Ticker ticker(long last) {
        TrainBar bar = new TrainBar(console, first * course.perEpoch(), last * course.perEpoch(), course.batch());
        return Ticker.of(console.err(), console.terminal(), bar::text);
    }

    /** Followed by a ticker, broken off by it, and when it is time to keep the state: not before something was done. */
    private final class UntilDue implements Progress {
        private final Ticker ticker;
        private boolean hasBegun;

        UntilDue(Ticker ticker) {
            this.ticker = ticker;
        }

        @Override
        public boolean cancelled() {
            return ticker.cancelled() || hasBegun && folder.isDue();
        }

        @Override
        public void reached(long iteration) {
            hasBegun = true;
            ticker.reached(iteration);
        }
    }
}
