package chainstep.ui.source;

import chainstep.lang.Span;

/**
 * Something to say about a place in the source.
 *
 * @param wrong whether it keeps the model from running; else it is a warning
 * @param words what to say, in the user's language
 */
record Mark(Span span, boolean wrong, String words) {
    boolean covers(int line) {
        return span.line() <= line && line <= Math.max(span.line(), span.endLine());
    }
}
