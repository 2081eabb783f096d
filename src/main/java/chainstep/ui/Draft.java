package chainstep.ui;

import chainstep.lang.SourceError;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The text being worked on, and what is wrong with it.
 *
 * @param file where it is kept; empty for one never saved
 * @param origin the file it was begun from, whose name and folder it has until it is saved; a sample's
 * @param saved the text as the file holds it
 * @param troubles why it cannot be run; empty where it can
 * @param sample which row of each batch is looked at alone, counted from 1; all where it is empty
 */
public record Draft(
        String text,
        Optional<Path> file,
        Optional<Path> origin,
        String saved,
        List<SourceError> troubles,
        OptionalInt sample) {
    /** No text at all. */
    public static final Draft EMPTY =
            new Draft("", Optional.empty(), Optional.empty(), "", List.of(), OptionalInt.empty());

    public Draft {
        troubles = List.copyOf(troubles);
    }

    /** A text as it was read from a file. */
    public static Draft of(Path file, String text) {
        return new Draft(text, Optional.of(file), Optional.empty(), text, List.of(), OptionalInt.empty());
    }

    /** A text that no file holds yet, not worth asking about until it is changed. */
    public static Draft unsaved(String text) {
        return new Draft(text, Optional.empty(), Optional.empty(), text, List.of(), OptionalInt.empty());
    }

    /** A text begun from a file that is not to be written: a sample. */
    public static Draft from(Path origin, String text) {
        return new Draft(text, Optional.empty(), Optional.of(origin), text, List.of(), OptionalInt.empty());
    }

    /** The byte order mark that the text begins with, if it does. */
    public String mark() {
        return text.startsWith("\uFEFF") ? "\uFEFF" : "";
    }

    public boolean isChanged() {
        return !text.equals(saved);
    }

    public boolean isEmpty() {
        return text.isBlank() && place().isEmpty();
    }

    private Optional<Path> place() {
        return file.or(() -> origin);
    }

    /** The folder that files named in it are looked for in. */
    public Path folder() {
        return place().map(path -> path.toAbsolutePath().getParent()).orElse(Path.of(""));
    }

    /** What messages call it. */
    public Optional<String> name() {
        return place().map(path -> path.getFileName().toString());
    }

    public Draft edited(String newText) {
        return new Draft(newText, file, origin, saved, troubles, sample);
    }

    public Draft troubled(List<SourceError> why) {
        return new Draft(text, file, origin, saved, why, sample);
    }

    /** The same, one row of each batch looked at alone. */
    public Draft sampled(OptionalInt other) {
        return new Draft(text, file, origin, saved, troubles, other);
    }

    /** The same, with its text now in a file. */
    public Draft savedAs(Path path) {
        return new Draft(text, Optional.of(path), origin, text, troubles, sample);
    }

    /** The same, as worth asking about as if it had been changed: no file holds this text. */
    public Draft unkept() {
        return new Draft(text, file, origin, "", troubles, sample);
    }
}
