package chainstep.ui.homework;

import chainstep.graph.OperandException;
import chainstep.homework.answer.SheetException;
import chainstep.lang.SourceError;
import chainstep.words.Phrase;
import java.io.UncheckedIOException;

/** What is said of work that failed. */
final class Mishap {
    private Mishap() {}

    static Phrase of(RuntimeException trouble) {
        if (trouble instanceof SourceError error) {
            return error.phrase();
        } else if (trouble instanceof SheetException unread) {
            return unread.phrase();
        } else if (trouble instanceof UncheckedIOException unreadable) {
            return Phrase.of(
                    "ui",
                    "file.unreadable",
                    String.valueOf(unreadable.getCause().getMessage()));
        }
        return trouble instanceof OperandException error
                ? new Phrase("op", error.key(), error.arguments())
                : Phrase.of("ui", "bug", trouble);
    }
}
