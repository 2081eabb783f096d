package chainstep.data;

import chainstep.words.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Data that cannot be used, through no fault of the program: a sentence of the bundle {@code chainstep/data}, and a place.
 *
 * <p>In the sentence {0} is the file, {1} the line, {2} the column, and {3} onwards are the arguments given here.
 */
public final class DataException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Place place;
    private final transient Phrase phrase;

    DataException(String key, Place place, Object... args) {
        List<Object> all = new ArrayList<>(List.of(place.file(), place.row(), place.column()));
        all.addAll(List.of(args));
        this.place = place;
        this.phrase = new Phrase("data", key, all);
    }

    /** The sentence, which includes the place in words. */
    public Phrase phrase() {
        return phrase;
    }

    public String key() {
        return phrase.key();
    }

    public Place place() {
        return place;
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
