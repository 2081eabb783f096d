package chainstep.lang;

import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/**
 * Where tokens stand in a source.
 *
 * @param base the code point at which the text that was read begins: not 0 for a text within quotes
 */
record Places(Source source, int base) {
    Span of(Token token) {
        return of(token, token);
    }

    Span of(Token first, Token last) {
        int from = base + first.getStartIndex();
        return source.span(from, Math.max(from, base + last.getStopIndex() + 1));
    }

    Span of(ParserRuleContext tree) {
        return of(tree.getStart(), tree.getStop());
    }

    SourceError error(Token token, String key, Object... arguments) {
        return SourceError.at(source, of(token), key, arguments);
    }
}
