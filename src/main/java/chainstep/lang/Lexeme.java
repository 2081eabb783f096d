package chainstep.lang;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.Token;

/**
 * A piece of a line and what kind of piece it is, for whoever shows source in colours.
 *
 * @param from the index of its first char
 * @param to the index after its last char
 */
public record Lexeme(Kind kind, int from, int to) {
    /** What a piece is; blanks are none. */
    public enum Kind {
        COMMENT,
        NUMBER,
        TEXT,
        NAME,
        /** A name before a bracket that the language knows as a function. */
        FUNCTION,
        /** A leaf, a directive, and the words that are never names. */
        KEYWORD,
        SIGN,
        /** What no file may hold: an unknown sign, an open quote, a Python word. */
        WRONG
    }

    /** The pieces of one line, in order; every text has them, also one that is no line of the language. */
    public static List<Lexeme> of(String line) {
        ChainLexer lexer = new ChainLexer(CharStreams.fromString(line));
        lexer.removeErrorListeners();
        List<Token> tokens = new ArrayList<>();
        for (Token token = lexer.nextToken(); token.getType() != Token.EOF; token = lexer.nextToken()) {
            tokens.add(token);
        }
        return new Pieces(line).of(tokens);
    }

    /** The pieces of one line, as they are found; counts along, for a lexer counts code points. */
    private static final class Pieces {
        private final String line;
        private final List<Lexeme> found = new ArrayList<>();
        private int point;
        private int index;

        Pieces(String line) {
            this.line = line;
        }

        List<Lexeme> of(List<Token> tokens) {
            for (int k = 0; k < tokens.size(); k++) {
                Token token = tokens.get(k);
                boolean called = k + 1 < tokens.size() && tokens.get(k + 1).getType() == ChainLexer.OPEN;
                int before = index;
                int from = at(token.getStartIndex());
                gap(before, from);
                found.add(new Lexeme(kind(token, called), from, at(token.getStopIndex() + 1)));
            }
            gap(index, line.length());
            return found;
        }

        private int at(int target) {
            index = line.offsetByCodePoints(index, target - point);
            point = target;
            return index;
        }

        /** What the lexer leaves out is blank or a comment. */
        private void gap(int from, int to) {
            for (int i = from; i < to; i++) {
                if (line.charAt(i) == '#' || line.charAt(i) == '＃') {
                    found.add(new Lexeme(Kind.COMMENT, i, to));
                    return;
                }
            }
        }
    }

    private static Kind kind(Token token, boolean called) {
        return switch (token.getType()) {
            case ChainLexer.NUMBER, ChainLexer.FRACTION -> Kind.NUMBER;
            case ChainLexer.TEXT -> Kind.TEXT;
            case ChainLexer.NAME -> called ? called(token.getText()) : name(token.getText());
            case ChainLexer.TRUE,
                    ChainLexer.FALSE,
                    ChainLexer.NONE,
                    ChainLexer.AND,
                    ChainLexer.OR,
                    ChainLexer.NOT,
                    ChainLexer.IMPORT -> Kind.KEYWORD;
            case ChainLexer.KEYWORD,
                    ChainLexer.UNCLOSED,
                    ChainLexer.UNKNOWN,
                    ChainLexer.AUGMENTED,
                    ChainLexer.SEMICOLON -> Kind.WRONG;
            default -> Kind.SIGN;
        };
    }

    private static Kind name(String name) {
        return Primes.in(name) ? Kind.WRONG : Kind.NAME;
    }

    private static Kind called(String name) {
        return switch (Lexicon.kind(name)) {
            case LEAF, DIRECTIVE -> Kind.KEYWORD;
            case FUNCTION, INITIALISER, OPTIMISER, QUANTITY -> Kind.FUNCTION;
            case NONE -> Kind.NAME;
        };
    }
}
