package chainstep.lang;

import java.util.ArrayDeque;
import java.util.Deque;
import org.antlr.v4.runtime.Token;

/**
 * Pairs the brackets of a text as its tokens go by, and refuses what is nested too deep to be read in a bounded stack.
 *
 * <p>Depth counts what the grammar descends for: open brackets, and the prefix signs and powers that wait for their operand
 * ({@code - - x}, {@code a ** b ** c}).
 */
final class Brackets {
    /** How deep anything may be nested. */
    static final int DEEPEST = 200;

    private record Opened(Token bracket, int waiting) {}

    private final Places places;
    private final Deque<Opened> open = new ArrayDeque<>();
    private int waiting;
    private int depth;

    Brackets(Places places) {
        this.places = places;
    }

    boolean isOpen() {
        return !open.isEmpty();
    }

    /**
     * Takes the next token.
     *
     * @param afterOperand whether the token before it can end an operand
     * @throws SourceError if a bracket closes what is not open, or nesting passes the limit
     */
    void take(Token token, boolean afterOperand) {
        switch (token.getType()) {
            case ChainLexer.OPEN, ChainLexer.LEFT -> opens(token);
            case ChainLexer.CLOSE, ChainLexer.RIGHT -> closes(token);
            case ChainLexer.POWER, ChainLexer.NOT -> waits(token);
            case ChainLexer.PLUS, ChainLexer.MINUS -> {
                if (afterOperand) {
                    settles();
                } else {
                    waits(token);
                }
            }
            default -> {
                if (!TokenKinds.endsOperand(token)) {
                    settles();
                }
            }
        }
    }

    /** @throws SourceError at a bracket that was never closed, if there is one */
    void finish() {
        if (isOpen()) {
            Token bracket = open.peek().bracket();
            throw places.error(bracket, "bracket.open", TokenKinds.shown(bracket))
                    .hint("hint.bracket.open", partner(bracket));
        }
    }

    private void opens(Token token) {
        open.push(new Opened(token, waiting));
        waiting = 0;
        descend(token);
    }

    private void waits(Token token) {
        waiting++;
        descend(token);
    }

    private void settles() {
        depth -= waiting;
        waiting = 0;
    }

    private void descend(Token token) {
        depth++;
        if (depth > DEEPEST) {
            throw places.error(token, "nesting.deep", DEEPEST).hint("hint.nesting.deep");
        }
    }

    private void closes(Token token) {
        if (open.isEmpty()) {
            throw places.error(token, "bracket.extra", TokenKinds.shown(token), partner(token));
        }
        settles();
        Opened opened = open.pop();
        Token bracket = opened.bracket();
        boolean round = bracket.getType() == ChainLexer.OPEN;
        if (round != (token.getType() == ChainLexer.CLOSE)) {
            throw places.error(
                    token,
                    "bracket.other",
                    partner(bracket),
                    TokenKinds.shown(token),
                    TokenKinds.shown(bracket),
                    places.of(bracket));
        }
        waiting = opened.waiting();
        depth--;
    }

    private static String partner(Token bracket) {
        return switch (bracket.getType()) {
            case ChainLexer.OPEN -> ")";
            case ChainLexer.LEFT -> "]";
            case ChainLexer.CLOSE -> "(";
            default -> "[";
        };
    }
}
