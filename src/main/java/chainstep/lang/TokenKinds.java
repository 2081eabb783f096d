package chainstep.lang;

import org.antlr.v4.runtime.Token;

/** Which tokens can begin or end an operand, and how a token is shown in a message. */
final class TokenKinds {
    private static final int LONGEST = 30;

    private TokenKinds() {}

    static boolean endsOperand(Token token) {
        return switch (token.getType()) {
            case ChainLexer.CLOSE, ChainLexer.RIGHT, ChainLexer.SUPERSCRIPT, ChainLexer.TRANSPOSED -> true;
            default -> isOperand(token);
        };
    }

    static boolean beginsOperand(Token token) {
        return switch (token.getType()) {
            case ChainLexer.OPEN, ChainLexer.LEFT, ChainLexer.ROOT, ChainLexer.NOT -> true;
            default -> isOperand(token);
        };
    }

    /** Whether a token is an operand by itself. */
    private static boolean isOperand(Token token) {
        return switch (token.getType()) {
            case ChainLexer.NUMBER,
                    ChainLexer.FRACTION,
                    ChainLexer.NAME,
                    ChainLexer.TEXT,
                    ChainLexer.TRUE,
                    ChainLexer.FALSE,
                    ChainLexer.NONE -> true;
            default -> false;
        };
    }

    /** Signs that want a value on their right. */
    static boolean isOperator(Token token) {
        return token.getType() >= ChainLexer.EQUAL && token.getType() <= ChainLexer.MINUS
                || token.getType() == ChainLexer.AND
                || token.getType() == ChainLexer.OR
                || token.getType() == ChainLexer.NOT;
    }

    /** Whether two tokens touch. */
    static boolean touch(Token first, Token second) {
        return first.getStopIndex() + 1 == second.getStartIndex();
    }

    /** The text of a token, cut if it is long. */
    static String shown(Token token) {
        String text = token.getText();
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
