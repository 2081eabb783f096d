package chainstep.train;

import chainstep.words.Phrase;
import java.util.List;
import java.util.Locale;

/** Training that cannot be, through no fault of the program: a sentence of the bundle {@code chainstep/train}. */
public final class TrainException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Phrase phrase;

    TrainException(String key, Object... arguments) {
        this.phrase = new Phrase("train", key, List.of(arguments));
    }

    public Phrase phrase() {
        return phrase;
    }

    @Override
    public String getMessage() {
        return phrase.in(Locale.ENGLISH);
    }
}
