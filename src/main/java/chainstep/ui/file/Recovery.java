package chainstep.ui.file;

import chainstep.data.WholeFile;
import chainstep.ui.DebugScene;
import chainstep.ui.DebugView;
import chainstep.ui.Draft;
import chainstep.ui.Standing;
import chainstep.ui.Start;
import chainstep.words.Phrase;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.swing.Timer;

/**
 * Unsaved work, and where its run stands, kept aside a moment after each change, so that it survives a crash.
 *
 * <p>Each running window keeps it in a file of its own beside a locked one; a text whose lock is free was left behind.
 */
public final class Recovery implements DebugView, AutoCloseable {
    private static final int AFTER_MS = 500;
    private static final String TEXT = ".chain";
    private static final String PLACE = ".place";
    private static final String STANDING = ".standing";
    private static final String LOCK = ".lock";

    private final Path folder;
    private final FileChannel channel;
    private final Path own;
    private final Timer timer;
    private Draft latest = Draft.EMPTY;
    private Draft written = Draft.EMPTY;
    private Optional<Left> taken = Optional.empty();
    private Optional<Standing> standing = Optional.empty();
    private Optional<Standing> stood = Optional.empty();

    private Recovery(Path folder, Path own, FileChannel channel) {
        this.folder = folder;
        this.own = own;
        this.channel = channel;
        this.timer = new Timer(AFTER_MS, tick -> write());
        timer.setRepeats(false);
    }

    /** Begins to keep work aside in a folder. */
    public static Recovery in(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path lock = Files.createTempFile(folder, "work", LOCK);
        FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
        channel.lock();
        return new Recovery(folder, lock, channel);
    }

    private static Path beside(Path lock, String suffix) {
        String name = lock.getFileName().toString();
        return lock.resolveSibling(name.substring(0, name.length() - LOCK.length()) + suffix);
    }

    @Override
    public void show(DebugScene scene) {
        Draft draft = scene.draft();
        boolean same = draft.text().equals(latest.text())
                && draft.file().equals(latest.file())
                && draft.isChanged() == latest.isChanged();
        latest = draft;
        if (!same && draft.isChanged()) {
            timer.restart();
        } else if (!same) {
            timer.stop();
            drop();
        }
        stand(scene);
    }

    /** Until recovered work can be run, it stands as it was left. */
    private void stand(DebugScene scene) {
        standing = scene.sitting()
                .map(Standing::of)
                .or(() -> taken.filter(left -> left.isOf(latest)).flatMap(Left::standing));
        if (latest.isChanged() && !standing.equals(stood) && !timer.isRunning()) {
            timer.start();
        }
    }

    private void write() {
        try {
            WholeFile.write(
                    beside(own, PLACE), latest.file().map(Recovery::whole).orElse(""));
            WholeFile.write(beside(own, STANDING), standing.map(Standing::text).orElse(""));
            WholeFile.write(beside(own, TEXT), latest.text());
            written = latest;
            stood = standing;
        } catch (IOException unwritable) {
            timer.stop();
        }
    }

    /** Whether the work as it stands is kept aside. */
    public boolean isKept() {
        return latest.isChanged() && written.text().equals(latest.text()) && stood.equals(standing);
    }

    private void drop() {
        written = Draft.EMPTY;
        stood = Optional.empty();
        List.of(TEXT, PLACE, STANDING).forEach(suffix -> delete(beside(own, suffix)));
    }

    /** Unsaved work that a crash left: the text, and where its run stood where it could be run. */
    public record Left(Draft draft, Optional<Standing> standing) {
        /** Where it is taken up again. */
        public Start start() {
            return standing.isPresent() ? standing.get() : Start.BEGINNING;
        }

        private boolean isOf(Draft other) {
            return draft.saved().equals(other.saved()) && draft.file().equals(other.file());
        }

        /** What there is to say about it; a text with nothing in it stands nowhere. */
        public Phrase told() {
            return standing.filter(kept -> !draft.text().isBlank())
                    .map(Left::told)
                    .orElse(Phrase.of("ui", "file.recovered"));
        }

        private static Phrase told(Standing kept) {
            return Phrase.of(
                    "ui",
                    "file.recovered.run",
                    kept.iteration(),
                    kept.index() + 1,
                    kept.breakpoints().size(),
                    kept.watches().size());
        }
    }

    /**
     * The latest work left behind by a window that crashed; it is taken away from there once it is here.
     *
     * @param file only work on this one, where it is given
     */
    public Optional<Left> leftBehind(Optional<Path> file) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> locks = files.filter(lock -> lock.toString().endsWith(LOCK))
                    .filter(lock -> !lock.equals(own))
                    .filter(Recovery::isFree)
                    .toList();
            locks.stream().filter(lock -> !Files.exists(beside(lock, TEXT))).forEach(Recovery::delete);
            taken = locks.stream()
                    .filter(lock -> Files.exists(beside(lock, TEXT)))
                    .filter(lock -> file.isEmpty() || place(lock).equals(Optional.of(whole(file.get()))))
                    .max(Comparator.comparing(lock -> modified(beside(lock, TEXT))))
                    .flatMap(Recovery::take);
            return taken;
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** Whether a window that crashed left work behind, which waits to be taken. */
    public boolean hasMore() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(lock -> lock.toString().endsWith(LOCK))
                    .filter(lock -> !lock.equals(own) && Files.exists(beside(lock, TEXT)))
                    .anyMatch(Recovery::isFree);
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static boolean isFree(Path lock) {
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
                FileLock held = channel.tryLock()) {
            return held != null;
        } catch (IOException | OverlappingFileLockException taken) {
            return false;
        }
    }

    private static String whole(Path file) {
        return file.toAbsolutePath().normalize().toString();
    }

    /** The file that the work beside a lock is on. */
    private static Optional<String> place(Path lock) {
        try {
            return Optional.of(Files.readString(beside(lock, PLACE))).filter(place -> !place.isEmpty());
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    private static Optional<Standing> standing(Path lock) {
        try {
            return Optional.of(Files.readString(beside(lock, STANDING)))
                    .filter(text -> !text.isEmpty())
                    .flatMap(Standing::read);
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    private static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException gone) {
            return FileTime.fromMillis(0);
        }
    }

    private static Optional<Left> take(Path lock) {
        try {
            String text = Files.readString(beside(lock, TEXT));
            Optional<String> place = place(lock);
            Draft draft = place.isEmpty()
                    ? Draft.unsaved(text).unkept()
                    : saved(Path.of(place.get())).edited(text);
            Optional<Standing> left = standing(lock);
            List.of(TEXT, PLACE, STANDING, LOCK).forEach(suffix -> delete(beside(lock, suffix)));
            return Optional.of(new Left(draft.sampled(left.map(Standing::sample).orElse(draft.sample())), left));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static Draft saved(Path file) throws IOException {
        return Draft.of(file, Files.exists(file) ? Files.readString(file) : "");
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException kept) {
            // it is found again at the next start
        }
    }

    /** Ends with nothing worth keeping. */
    @Override
    public void close() throws IOException {
        timer.stop();
        drop();
        channel.close();
        delete(own);
    }
}
