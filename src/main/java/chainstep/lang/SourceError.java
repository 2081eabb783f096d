package chainstep.lang;

import chainstep.words.Phrase;
import chainstep.words.Spelling;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What is wrong with a text, where, and how to go on: the only answer the language gives to bad input.
 *
 * <p>{@link #render} prints {@code file:line:column: message}, the line, a caret under the place, and a hint where there is one, in
 * any language of the bundles.
 */
public final class SourceError extends RuntimeException {
    private static final String ROOM = "lang";

    private final transient Source source;
    private final transient Span span;
    private final transient Phrase message;
    private final transient List<Phrase> hints;

    private SourceError(Source source, Span span, Phrase message, List<Phrase> hints) {
        super(null, null, false, true);
        this.source = source;
        this.span = span;
        this.message = message;
        this.hints = hints;
    }

    /** A message of the language's own bundle at a place. */
    public static SourceError at(Source source, Span span, String key, Object... arguments) {
        return at(source, span, Phrase.of(ROOM, key, arguments));
    }

    /** A message of any bundle at a place. */
    public static SourceError at(Source source, Span span, Phrase message) {
        return new SourceError(source, span, message, List.of());
    }

    /** The same error with advice of the language's own bundle. */
    public SourceError hint(String key, Object... arguments) {
        return hint(Phrase.of(ROOM, key, arguments));
    }

    /** The same error with advice. */
    public SourceError hint(Phrase advice) {
        return new SourceError(source, span, message, List.of(advice));
    }

    /** The same error, proposing the known name nearest to the written one; unchanged if none is near. */
    public SourceError nearest(String written, Collection<String> known) {
        return Spelling.nearest(written, known)
                .map(name -> hint("suggest", name))
                .orElse(this);
    }

    public String file() {
        return source.name();
    }

    public Source source() {
        return source;
    }

    public Span span() {
        return span;
    }

    public int line() {
        return span.line();
    }

    public int column() {
        return span.column();
    }

    /** The key and arguments of the message. */
    public Phrase phrase() {
        return message;
    }

    /** One sentence, without the place. */
    public String message(Locale locale) {
        return message.in(locale);
    }

    /** The advice, if there is any. */
    public Optional<String> hint(Locale locale) {
        return advice().map(advice -> advice.in(locale));
    }

    /** The key and arguments of the advice. */
    public Optional<Phrase> advice() {
        return hints.stream().findFirst();
    }

    /** {@code file:line:column: message} in English. */
    @Override
    public String getMessage() {
        return headline(Locale.ENGLISH);
    }

    /** The whole message: headline, line, caret, hint; lines end with {@code \n}, the last has none. */
    public String render(Locale locale) {
        StringBuilder page = new StringBuilder(headline(locale));
        page.append(new Excerpt(source.line(span.line()), span).lines());
        hint(locale).ifPresent(advice -> page.append("\n  ").append(advice));
        return page.toString();
    }

    private String headline(Locale locale) {
        return source.name() + ":" + span + ": " + message.in(locale);
    }
}
