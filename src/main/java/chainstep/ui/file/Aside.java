package chainstep.ui.file;

import chainstep.data.WholeFile;
import chainstep.ui.Draft;
import chainstep.ui.Standing;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;

/**
 * The files that one window's work is kept aside in: they have the name of its lock, which is free once the window is gone.
 *
 * @param stem the files' path up to what tells them apart
 */
record Aside(Path stem) {
    private static final String LOCK = ".lock";
    /** A text that no file holds as it is. */
    private static final String TEXT = ".chain";
    /** A text as its file held it. */
    private static final String SAVED = ".saved";

    private static final String PLACE = ".place";
    /** The file that a text which none holds was begun from. */
    private static final String ORIGIN = ".origin";

    private static final String STANDING = ".standing";

    static boolean isLock(Path file) {
        return file.toString().endsWith(LOCK);
    }

    static Aside of(Path lock) {
        String name = lock.getFileName().toString();
        return new Aside(lock.resolveSibling(name.substring(0, name.length() - LOCK.length())));
    }

    /** A lock of its own in a folder. */
    static Aside fresh(Path folder) throws IOException {
        return of(Files.createTempFile(folder, "work", LOCK));
    }

    Path lock() {
        return file(LOCK);
    }

    private Path file(String suffix) {
        return stem.resolveSibling(stem.getFileName() + suffix);
    }

    /** Writes a text with where its run stands, as unsaved work or as what a file holds. */
    void write(Draft draft, boolean unsaved, Optional<Standing> standing) throws IOException {
        WholeFile.write(file(PLACE), draft.file().map(Aside::whole).orElse(""));
        if (draft.origin().isPresent()) {
            WholeFile.write(file(ORIGIN), draft.origin().get().toString());
        } else {
            delete(file(ORIGIN));
        }
        WholeFile.write(file(STANDING), standing.map(Standing::text).orElse(""));
        WholeFile.write(file(unsaved ? TEXT : SAVED), draft.text());
        delete(file(unsaved ? SAVED : TEXT));
    }

    boolean isUnsaved() {
        return Files.exists(file(TEXT));
    }

    /** Whether it tells where the run of a saved file stood. */
    boolean isSaved() {
        return !isUnsaved() && Files.exists(file(SAVED));
    }

    boolean isOn(Path place) {
        return place().equals(Optional.of(whole(place)));
    }

    /** The file that the work is on. */
    Optional<String> place() {
        return line(PLACE);
    }

    /** The file that it was begun from: a sample. */
    Optional<String> origin() {
        return line(ORIGIN);
    }

    private Optional<String> line(String suffix) {
        try {
            return Optional.of(Files.readString(file(suffix))).filter(place -> !place.isEmpty());
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    Optional<Standing> standing() {
        try {
            return Optional.of(Files.readString(file(STANDING)))
                    .filter(text -> !text.isEmpty())
                    .flatMap(Standing::read);
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    String text() throws IOException {
        return Files.readString(file(isUnsaved() ? TEXT : SAVED));
    }

    FileTime modified() {
        try {
            return Files.getLastModifiedTime(file(isUnsaved() ? TEXT : SAVED));
        } catch (IOException gone) {
            return FileTime.fromMillis(0);
        }
    }

    /** Whether the window is gone. */
    boolean isFree() {
        try (FileChannel channel = FileChannel.open(lock(), StandardOpenOption.WRITE);
                FileLock held = channel.tryLock()) {
            return held != null;
        } catch (IOException | OverlappingFileLockException taken) {
            return false;
        }
    }

    void drop() {
        List.of(TEXT, SAVED, PLACE, ORIGIN, STANDING).forEach(suffix -> delete(file(suffix)));
    }

    void remove() {
        drop();
        delete(lock());
    }

    private static String whole(Path file) {
        return file.toAbsolutePath().normalize().toString();
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException kept) {
            // it is found again at the next start
        }
    }
}
