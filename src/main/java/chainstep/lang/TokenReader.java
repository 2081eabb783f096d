package chainstep.lang;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/**
 * Makes of a text the lines of tokens that the grammar speaks of, and finds what no grammar should see.
 *
 * <p>Line breaks within brackets and blank lines go, and every statement ends with a line break. Reading stops at the first unknown
 * sign, unclosed quote, indented line, bracket without partner or too deep nesting; the statements before it are still given, so that
 * an earlier mistake is told first.
 */
final class TokenReader {
    /** How many tokens a text may have; a tree of so many fits in a small heap. */
    static final int MOST = 250_000;

    private final Places places;
    private final ChainLexer lexer;
    private final boolean lone;
    private final Brackets brackets;
    private final List<Token> tokens = new ArrayList<>();
    private final List<SourceError> troubles = new ArrayList<>();
    private int statement;

    /** @param lone whether the text is one expression, which may begin after blanks and speak of a name's versions: x′, x'' */
    TokenReader(Places places, String text, boolean lone) {
        this.places = places;
        this.lone = lone;
        this.brackets = new Brackets(places);
        this.lexer = new ChainLexer(CharStreams.fromString(lone ? Primes.typed(text) : text));
        lexer.removeErrorListeners();
    }

    /** The tokens of whole statements, up to the first trouble or the end. */
    List<Token> read() {
        Token token = lexer.nextToken();
        try {
            while (token.getType() != Token.EOF) {
                take(token);
                token = lexer.nextToken();
            }
            brackets.finish();
            endStatement(token);
        } catch (SourceError trouble) {
            troubles.add(trouble);
            tokens.subList(statement, tokens.size()).clear();
        }
        tokens.add(made(Token.EOF, token));
        return tokens;
    }

    /** @throws SourceError the trouble that reading stopped at, if there was any */
    void complain() {
        if (!troubles.isEmpty()) {
            throw troubles.get(0);
        }
    }

    private void take(Token token) {
        if (token.getType() == ChainLexer.NEWLINE) {
            if (!brackets.isOpen()) {
                endStatement(token);
            }
            return;
        }
        refuse(token);
        brackets.take(token, tokens.size() > statement && TokenKinds.endsOperand(last()));
        tokens.add(token);
    }

    private void endStatement(Token place) {
        if (tokens.size() > statement) {
            tokens.add(made(ChainLexer.NEWLINE, place));
            statement = tokens.size();
        }
    }

    private void refuse(Token token) {
        if (tokens.size() >= MOST) {
            throw places.error(token, "file.tokens", MOST).hint("hint.file.large");
        }
        if (token.getType() == ChainLexer.UNKNOWN) {
            throw UnknownSign.at(places, token);
        }
        if (token.getType() == ChainLexer.UNCLOSED) {
            throw unclosed(token);
        }
        if (!lone && token.getType() == ChainLexer.NAME && Primes.in(token.getText())) {
            throw UnknownSign.at(places, prime(token));
        }
        if (tokens.size() == statement && !lone && places.of(token).column() > 1) {
            throw places.error(token, "line.indented").hint("hint.line.indented");
        }
    }

    /** The first prime of a name. */
    private static Token prime(Token name) {
        String text = name.getText();
        int end = Primes.end(text);
        CommonToken prime = new CommonToken(ChainLexer.UNKNOWN, text.substring(end, end + 1));
        prime.setStartIndex(name.getStartIndex() + text.codePointCount(0, end));
        prime.setStopIndex(prime.getStartIndex());
        return prime;
    }

    private SourceError unclosed(Token quote) {
        boolean prime = tokens.size() > statement
                && quote.getText().startsWith("'")
                && TokenKinds.endsOperand(last())
                && TokenKinds.touch(last(), quote);
        if (!prime && isTriple(quote)) {
            return places.error(quote, "text.open").hint("hint.text.lines");
        }
        return prime
                ? places.error(quote, "name.prime").hint("hint.name.prime", TokenKinds.shown(last()))
                : places.error(quote, "text.open")
                        .hint("hint.text.open", closing(quote.getText().charAt(0)));
    }

    /** Whether a quote is the third of Python's, that begin a text of several lines. */
    private boolean isTriple(Token quote) {
        char sign = quote.getText().charAt(0);
        return tokens.size() > statement
                && TokenKinds.touch(last(), quote)
                && last().getText().equals("" + sign + sign);
    }

    private static String closing(char quote) {
        return switch (quote) {
            case '“' -> "”";
            case '‘' -> "’";
            default -> String.valueOf(quote);
        };
    }

    private Token last() {
        return tokens.get(tokens.size() - 1);
    }

    private static Token made(int type, Token place) {
        CommonToken token = new CommonToken(type, "");
        token.setStartIndex(place.getStartIndex());
        token.setStopIndex(place.getStartIndex() - 1);
        return token;
    }
}
