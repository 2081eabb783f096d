package chainstep.homework.variant;

import chainstep.words.Phrase;
import java.util.Locale;

/** A sheet that cannot be tied to a student's own numbers, so that it is not marked. */
public final class UnknownSheet extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Phrase phrase;

    UnknownSheet(String key, Object... arguments) {
        super(null, null, false, true);
        this.phrase = Phrase.of("homework", "variant." + key, arguments);
    }

    public Phrase phrase() {
        return phrase;
    }

    /** The sentence in a language. */
    public String in(Locale locale) {
        return phrase.in(locale);
    }

    /** The sentence in English. */
    @Override
    public String getMessage() {
        return phrase.toString();
    }
}
