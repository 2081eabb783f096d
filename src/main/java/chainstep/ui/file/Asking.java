package chainstep.ui.file;

import chainstep.words.Words;
import java.nio.file.Path;
import java.util.Optional;

/** What only the user can say about files. */
public interface Asking {
    /** What to do with unsaved work. */
    enum Answer {
        SAVE,
        DISCARD,
        CANCEL
    }

    Answer unsaved(String name, Words words);

    /**
     * Which file to open.
     *
     * @param folder where to look first, where that is known
     */
    Optional<Path> open(Optional<Path> folder, Words words);

    /** Whether to save over what another program has made of a file meanwhile. */
    boolean overwrite(String name, Words words);

    /**
     * Where to save; a file in the way has been asked about.
     *
     * @param folder where to look first, where that is known
     */
    Optional<Path> save(Optional<Path> folder, String suggested, Words words);

    /** Which sheet of answers to read. */
    default Optional<Path> openSheet(Optional<Path> folder, Words words) {
        return Optional.empty();
    }

    /** Where to write a sheet of answers; a file in the way has been asked about. */
    default Optional<Path> saveSheet(Optional<Path> folder, String suggested, Words words) {
        return Optional.empty();
    }

    /** Which folder of sheets to mark. */
    default Optional<Path> openFolder(Optional<Path> folder, Words words) {
        return Optional.empty();
    }

    /** Which folder of variants has the numbers of sheets that bear ids. */
    default Optional<Path> openVariants(Optional<Path> folder, Words words) {
        return Optional.empty();
    }

    /** Where to write a worksheet; a file in the way has been asked about. */
    default Optional<Path> savePdf(Optional<Path> folder, String suggested, Words words) {
        return Optional.empty();
    }

    /** Which list of students to open. */
    default Optional<Path> openRoster(Optional<Path> folder, Words words) {
        return Optional.empty();
    }

    /** Which file of rows to ask a trained model about. */
    default Optional<Path> openRows(Optional<Path> folder, Words words) {
        return Optional.empty();
    }
}
