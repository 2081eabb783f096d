package chainstep.cli;

import chainstep.data.WholeFile;
import chainstep.run.Snapshot;
import chainstep.train.Checkpoint;
import chainstep.train.Course;
import chainstep.train.Epoch;
import chainstep.train.Log;
import chainstep.train.Patience;
import chainstep.train.Trainer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a run of training leaves: the state, the best state where it may stop early, and the log. Mutable.
 *
 * <p>Each file is written beside its place and renamed, best state and log before the checkpoint: whenever the process is
 * killed, going on from the checkpoint ends where it would have ended.
 */
final class TrainFolder {
    private static final String CHECKPOINT = "checkpoint.npz";
    private static final String BEST = "best.npz";
    private static final String LOG = "log.csv";
    private static final int SECOND = 1000;

    private final Course course;
    private final Optional<Path> folder;
    private final long every;
    private final Log log;
    private long written = Stopwatch.millis();
    private long bestKept = -1;
    private boolean isLogged;

    /** @param every how many seconds pass between two checkpoints */
    TrainFolder(Course course, Optional<Path> folder, double every) {
        this.course = course;
        this.folder = folder;
        this.every = (long) (every * SECOND);
        this.log = new Log(course);
    }

    /** Makes the folder ready, and goes on from a checkpoint where there is one. */
    void resume(Optional<Path> checkpoint, Trainer trainer, Optional<Patience> patience) throws IOException {
        if (checkpoint.isPresent()) {
            trainer.load(Checkpoint.read(checkpoint.get(), course));
            Optional<Patience.Best> known = Checkpoint.best(checkpoint.get());
            if (patience.isPresent() && known.isPresent()) {
                bestKept = known.get().updates();
                patience.get().load(known.get(), best(checkpoint.get().resolveSibling(BEST), known.get()));
            }
        }
        if (folder.isPresent()) {
            requireWritable(folder.get());
            for (String name : List.of(CHECKPOINT, BEST, LOG)) {
                WholeFile.sweep(folder.get().resolve(name));
            }
            isLogged = checkpoint.isPresent()
                    && log.load(folder.get().resolve(LOG), trainer.state().iteration());
        }
    }

    /** Makes the folder, and a file in it that goes again: said before the training and not after. */
    private static void requireWritable(Path folder) throws Outlet.Unwritten {
        try {
            Files.createDirectories(folder);
            Files.delete(WholeFile.draft(folder.resolve(CHECKPOINT)));
        } catch (IOException trouble) {
            throw new Outlet.Unwritten(folder, trouble);
        }
    }

    /** The state that an earlier run held for the best; empty where it is not there any more. */
    private Optional<Snapshot> best(Path file, Patience.Best known) throws IOException {
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        Snapshot state = Checkpoint.read(file, course);
        return Optional.of(state).filter(found -> found.iteration() == known.updates());
    }

    /** Takes what was measured; what an earlier run has logged is not logged again. */
    void add(Epoch epoch) {
        if (!isLogged) {
            log.add(epoch);
        }
        isLogged = false;
    }

    /** Whether it is time to keep the state again. */
    boolean isDue() {
        return folder.isPresent() && Stopwatch.millis() - written >= every;
    }

    /** @throws Outlet.Unwritten when it cannot be written; what was kept before then still is */
    void keep(Trainer trainer, Optional<Patience> patience) throws Outlet.Unwritten {
        if (folder.isPresent()) {
            try {
                write(folder.get(), trainer, patience);
            } catch (IOException trouble) {
                throw new Outlet.Unwritten(folder.get(), trouble);
            }
        }
    }

    private void write(Path place, Trainer trainer, Optional<Patience> patience) throws IOException {
        Optional<Snapshot> best = patience.flatMap(Patience::state);
        if (best.isPresent() && best.get().iteration() != bestKept) {
            Checkpoint.write(place.resolve(BEST), course, best.get());
            bestKept = best.get().iteration();
        }
        log.write(place.resolve(LOG));
        Checkpoint.write(place.resolve(CHECKPOINT), course, trainer.state(), patience.flatMap(Patience::best));
        written = Stopwatch.millis();
    }

    Optional<Path> folder() {
        return folder;
    }

    Optional<Path> checkpoint() {
        return folder.map(TrainFolder::checkpoint);
    }

    /** Where a folder's checkpoint is, or will be. */
    static Path checkpoint(Path folder) {
        return folder.resolve(CHECKPOINT);
    }

    Optional<Path> log() {
        return folder.map(place -> place.resolve(LOG));
    }

    Optional<Path> best() {
        return folder.filter(place -> bestKept >= 0).map(place -> place.resolve(BEST));
    }
}
