package chainstep.ui.source;

import chainstep.lang.SourceError;
import chainstep.lang.Span;
import chainstep.ui.look.Quotes;
import java.util.Locale;

/**
 * Something to say about a place in the source.
 *
 * @param wrong whether it keeps the model from running; else it is a warning
 * @param words what to say, in the user's language
 */
record Mark(Span span, boolean wrong, String words) {
    static Mark of(SourceError trouble, boolean wrong, Locale locale) {
        String hint = trouble.hint(locale).map(words -> " — " + words).orElse("");
        return new Mark(trouble.span(), wrong, Quotes.typographic(trouble.message(locale) + hint));
    }

    boolean covers(int line) {
        return span.line() <= line && line <= Math.max(span.line(), span.endLine());
    }
}
