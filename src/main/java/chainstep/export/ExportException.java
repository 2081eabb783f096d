package chainstep.export;

import chainstep.words.Phrase;
import java.util.List;
import java.util.Locale;

/** A model that cannot be exported: a sentence of the bundle {@code chainstep/export}. */
public final class ExportException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Phrase phrase;

    ExportException(String key, Object... arguments) {
        this.phrase = new Phrase("export", key, List.of(arguments));
    }

    public Phrase phrase() {
        return phrase;
    }

    @Override
    public String getMessage() {
        return phrase.in(Locale.ENGLISH);
    }
}
