package chainstep.debug;

import chainstep.words.Phrase;

/** A text that names no place of a model: one sentence for the user says why. */
public final class PlaceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Phrase phrase;

    PlaceException(String key, Object... arguments) {
        super(key);
        this.phrase = Phrase.of("debug", key, arguments);
    }

    public Phrase phrase() {
        return phrase;
    }
}
