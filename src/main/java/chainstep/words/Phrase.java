package chainstep.words;

import java.util.List;
import java.util.Locale;

/**
 * A sentence that does not know its language yet: the key in a room's bundle, and what fills its holes.
 *
 * <p>Exceptions and reports carry phrases, so that the same trouble can be told in any language later.
 *
 * @param room the bundle, as in {@link Words#of}
 * @param arguments may themselves hold phrases
 */
public record Phrase(String room, String key, List<Object> arguments) {
    public Phrase {
        arguments = List.copyOf(arguments);
    }

    public static Phrase of(String room, String key, Object... arguments) {
        return new Phrase(room, key, List.of(arguments));
    }

    /** The sentence, in a language. */
    public String in(Locale locale) {
        return Words.of(room, locale).say(key, arguments.toArray());
    }

    /** The sentence in English. */
    @Override
    public String toString() {
        return in(Locale.ENGLISH);
    }
}
