package chainstep.words;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One room's sentences in one language, looked up by key.
 *
 * <p>A sentence is plain text: apostrophes and braces (LaTeX) stand for themselves; only LaTeX's <code>{2}</code> must be written
 * <code>{ 2}</code>. Two forms are replaced: <code>{0}</code> by the argument's text, numbers without grouping, and
 * <code>{0|term|terms}</code> by the first form when the argument is the number 1 and by the second otherwise. A {@link Phrase}
 * among the arguments is said in the same language, and so is a thing (no text, no number) whose own text is a key of the room
 * {@code words}: a shape without axes is a scalar, 标量.
 *
 * <p>The language is the one asked for or else English, never the machine's own.
 */
public final class Words {
    private static final String THINGS = "words";
    private static final Pattern HOLE = Pattern.compile("\\{(\\d)(?:\\|([^|{}]*)\\|([^|{}]*))?}");
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ResourceBundle bundle;
    private final Locale locale;

    private Words(ResourceBundle bundle, Locale locale) {
        this.bundle = bundle;
        this.locale = locale;
    }

    /**
     * The sentences of a room.
     *
     * @param room the name of the bundle, {@code "lang"} for {@code chainstep/lang.properties}
     * @throws java.util.MissingResourceException if the room has no bundle
     */
    public static Words of(String room, Locale locale) {
        return new Words(
                ResourceBundle.getBundle("chainstep." + room, locale, Words.class.getClassLoader(), NO_FALLBACK),
                locale);
    }

    /** The language. */
    public Locale locale() {
        return locale;
    }

    /** The keys of all sentences, in no order. */
    public Set<String> keys() {
        return bundle.keySet();
    }

    /** Whether there is a sentence of this key. */
    public boolean knows(String key) {
        return bundle.containsKey(key);
    }

    /**
     * The sentence with its holes filled.
     *
     * @throws java.util.MissingResourceException if the bundle has no such key
     * @throws IllegalArgumentException if the sentence asks for more arguments than there are
     */
    public String say(String key, Object... arguments) {
        Matcher hole = HOLE.matcher(bundle.getString(key));
        StringBuilder said = new StringBuilder();
        while (hole.find()) {
            hole.appendReplacement(said, Matcher.quoteReplacement(fill(key, hole, arguments)));
        }
        return hole.appendTail(said).toString();
    }

    private String fill(String key, Matcher hole, Object[] arguments) {
        int index = Integer.parseInt(hole.group(1));
        if (index >= arguments.length) {
            throw new IllegalArgumentException(
                    "the sentence '" + key + "' wants argument " + index + " and got " + arguments.length);
        }
        Object argument = arguments[index];
        if (hole.group(2) != null) {
            boolean one = argument instanceof Number number && number.doubleValue() == 1;
            return hole.group(one ? 2 : 3);
        }
        return argument instanceof Phrase phrase ? phrase.in(locale) : word(argument);
    }

    /** A thing's own text, or this language's word for it; a text stands as it is. */
    private String word(Object argument) {
        String text = String.valueOf(argument);
        boolean thing = !(argument instanceof String || argument instanceof Number);
        return thing && of(THINGS, locale).knows(text)
                ? of(THINGS, locale).bundle.getString(text)
                : text;
    }
}
