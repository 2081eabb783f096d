package chainstep.ui.file;

import chainstep.data.WholeFile;
import chainstep.ui.DebugScene;
import chainstep.ui.DebugView;
import chainstep.ui.Draft;
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
 * Unsaved work, kept aside a moment after each change, so that it survives a crash.
 *
 * <p>Each running window keeps it in a file of its own beside a locked one; a text whose lock is free was left behind.
 */
public final class Recovery implements DebugView, AutoCloseable {
    private static final int AFTER_MS = 500;
    private static final String TEXT = ".chain";
    private static final String PLACE = ".place";
    private static final String LOCK = ".lock";

    private final Path folder;
    private final FileChannel channel;
    private final Path own;
    private final Timer timer;
    private Draft latest = Draft.EMPTY;
    private Draft written = Draft.EMPTY;

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
    }

    private void write() {
        try {
            WholeFile.write(
                    beside(own, PLACE), latest.file().map(Recovery::whole).orElse(""));
            WholeFile.write(beside(own, TEXT), latest.text());
            written = latest;
        } catch (IOException unwritable) {
            timer.stop();
        }
    }

    /** Whether the work as it stands is kept aside. */
    public boolean isKept() {
        return latest.isChanged() && written.text().equals(latest.text());
    }

    private void drop() {
        written = Draft.EMPTY;
        delete(beside(own, TEXT));
        delete(beside(own, PLACE));
    }

    /**
     * The latest work left behind by a window that crashed; it is taken away from there once it is here.
     *
     * @param file only work on this one, where it is given
     */
    public Optional<Draft> leftBehind(Optional<Path> file) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> locks = files.filter(lock -> lock.toString().endsWith(LOCK))
                    .filter(lock -> !lock.equals(own))
                    .filter(Recovery::isFree)
                    .toList();
            locks.stream().filter(lock -> !Files.exists(beside(lock, TEXT))).forEach(Recovery::delete);
            return locks.stream()
                    .filter(lock -> Files.exists(beside(lock, TEXT)))
                    .filter(lock -> file.isEmpty() || place(lock).equals(Optional.of(whole(file.get()))))
                    .max(Comparator.comparing(lock -> modified(beside(lock, TEXT))))
                    .flatMap(Recovery::take);
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

    private static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException gone) {
            return FileTime.fromMillis(0);
        }
    }

    private static Optional<Draft> take(Path lock) {
        try {
            String text = Files.readString(beside(lock, TEXT));
            Optional<String> place = place(lock);
            Draft draft = place.isEmpty()
                    ? Draft.unsaved(text).unkept()
                    : saved(Path.of(place.get())).edited(text);
            List.of(TEXT, PLACE, LOCK).forEach(suffix -> delete(beside(lock, suffix)));
            return Optional.of(draft);
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
