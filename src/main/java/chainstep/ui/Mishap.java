package chainstep.ui;

import chainstep.debug.PlaceException;
import chainstep.graph.OperandException;
import chainstep.lang.SourceError;
import chainstep.words.Phrase;

/** What went wrong with a piece of work, in words. */
final class Mishap {
    private Mishap() {}

    static Phrase phrase(RuntimeException trouble) {
        if (trouble instanceof SourceError error) {
            return error.phrase();
        }
        if (trouble instanceof PlaceException error) {
            return error.phrase();
        }
        return trouble instanceof OperandException error
                ? new Phrase("op", error.key(), error.arguments())
                : Phrase.of("ui", "bug", trouble);
    }
}
