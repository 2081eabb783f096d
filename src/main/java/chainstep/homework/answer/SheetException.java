package chainstep.homework.answer;

import chainstep.words.Phrase;
import java.util.Locale;

/** A sheet that cannot be read at all: a sentence that begins with the file, and the row where there is one. */
public final class SheetException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Phrase phrase;

    SheetException(String key, Object... arguments) {
        super(null, null, false, true);
        this.phrase = Phrase.of("homework", key, arguments);
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
