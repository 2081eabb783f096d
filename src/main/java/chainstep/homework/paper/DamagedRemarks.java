package chainstep.homework.paper;

import chainstep.words.Phrase;
import java.io.IOException;
import java.nio.file.Path;

/** A file of remarks that cannot be read: a sentence that names the file and the line. */
public final class DamagedRemarks extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Phrase phrase;

    DamagedRemarks(Path file, int line, String key, Object... arguments) {
        super(file.toString());
        this.phrase = Phrase.of(
                "homework",
                "remarks.damaged",
                file.toString(),
                line,
                Phrase.of("homework", "remarks." + key, arguments));
    }

    public Phrase phrase() {
        return phrase;
    }

    /** The sentence in English. */
    @Override
    public String getMessage() {
        return phrase.toString();
    }
}
