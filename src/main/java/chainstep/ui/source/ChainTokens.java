package chainstep.ui.source;

import chainstep.lang.Lexeme;
import javax.swing.text.Segment;
import org.fife.ui.rsyntaxtextarea.Token;
import org.fife.ui.rsyntaxtextarea.TokenMakerBase;
import org.fife.ui.rsyntaxtextarea.TokenTypes;

/** Hands the editor the pieces of a line as the language sees them. */
final class ChainTokens extends TokenMakerBase {
    @Override
    public Token getTokenList(Segment text, int initialTokenType, int startOffset) {
        resetTokenList();
        int at = 0;
        for (Lexeme piece : Lexeme.of(text.toString())) {
            add(text, at, piece.from(), TokenTypes.WHITESPACE, startOffset);
            add(text, piece.from(), piece.to(), type(piece.kind()), startOffset);
            at = piece.to();
        }
        add(text, at, text.count, TokenTypes.WHITESPACE, startOffset);
        addNullToken();
        return firstToken;
    }

    private void add(Segment text, int from, int to, int type, int startOffset) {
        if (to > from) {
            addToken(text, text.offset + from, text.offset + to - 1, type, startOffset + from);
        }
    }

    private static int type(Lexeme.Kind kind) {
        return switch (kind) {
            case COMMENT -> TokenTypes.COMMENT_EOL;
            case NUMBER -> TokenTypes.LITERAL_NUMBER_FLOAT;
            case TEXT -> TokenTypes.LITERAL_STRING_DOUBLE_QUOTE;
            case NAME -> TokenTypes.IDENTIFIER;
            case FUNCTION -> TokenTypes.FUNCTION;
            case KEYWORD -> TokenTypes.RESERVED_WORD;
            case SIGN -> TokenTypes.OPERATOR;
            case WRONG -> TokenTypes.ERROR_IDENTIFIER;
        };
    }

    @Override
    public String[] getLineCommentStartAndEnd(int languageIndex) {
        return new String[] {"#", null};
    }

    @Override
    public int getLastTokenTypeOnLine(Segment text, int initialTokenType) {
        return TokenTypes.NULL;
    }

    @Override
    public boolean getMarkOccurrencesOfTokenType(int type) {
        return type == TokenTypes.IDENTIFIER;
    }

    @Override
    public boolean getShouldIndentNextLineAfter(Token token) {
        return false;
    }

    @Override
    public boolean getCurlyBracesDenoteCodeBlocks(int languageIndex) {
        return false;
    }

    @Override
    public boolean isIdentifierChar(int languageIndex, char letter) {
        return Character.isLetterOrDigit(letter) || letter == '_';
    }

    @Override
    public boolean isMarkupLanguage() {
        return false;
    }

    @Override
    public javax.swing.Action getInsertBreakAction() {
        return null;
    }

    @Override
    public int getClosestStandardTokenTypeForInternalType(int type) {
        return type;
    }
}
