package chainstep.ui;

import chainstep.lang.SourceError;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The text being worked on, and what is wrong with it.
 *
 * @param file where it is kept; empty for one never saved
 * @param saved the text as the file holds it
 * @param troubles why it cannot be run; empty where it can
 */
public record Draft(String text, Optional<Path> file, String saved, List<SourceError> troubles) {
    /** No text at all. */
    public static final Draft EMPTY = new Draft("", Optional.empty(), "", List.of());

    public Draft {
        troubles = List.copyOf(troubles);
    }

    /** A text as it was read from a file. */
    public static Draft of(Path file, String text) {
        return new Draft(text, Optional.of(file), text, List.of());
    }

    /** A text that no file holds yet, not worth asking about until it is changed. */
    public static Draft unsaved(String text) {
        return new Draft(text, Optional.empty(), text, List.of());
    }

    public boolean isChanged() {
        return !text.equals(saved);
    }

    public boolean isEmpty() {
        return text.isBlank() && file.isEmpty();
    }

    /** The folder that files named in it are looked for in. */
    public Path folder() {
        return file.map(path -> path.toAbsolutePath().getParent()).orElse(Path.of(""));
    }

    /** What messages call it. */
    public Optional<String> name() {
        return file.map(path -> path.getFileName().toString());
    }

    public Draft edited(String newText) {
        return new Draft(newText, file, saved, troubles);
    }

    public Draft troubled(List<SourceError> why) {
        return new Draft(text, file, saved, why);
    }

    public Draft savedAs(Path path) {
        return new Draft(text, Optional.of(path), text, troubles);
    }
}
