package chainstep.lang;

import static chainstep.lang.TokenKinds.beginsOperand;
import static chainstep.lang.TokenKinds.endsOperand;
import static chainstep.lang.TokenKinds.isOperator;
import static chainstep.lang.TokenKinds.shown;
import static chainstep.lang.TokenKinds.touch;

import chainstep.words.Phrase;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.stream.IntStream;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;

/**
 * Says in words why the grammar could not go on at a token, from that token, the one before it and the bracket around them.
 *
 * <p>Brackets are known to pair and signs to be known ones: {@link TokenReader} has seen to that.
 */
final class Diagnosis {
    private final Places places;
    private final TokenStream tokens;

    Diagnosis(Places places, TokenStream tokens) {
        this.places = places;
        this.tokens = tokens;
    }

    SourceError of(RecognitionException mistake) {
        Token here = mistake.getOffendingToken();
        int index = here.getTokenIndex();
        Optional<SourceError> points = points(index);
        if (points.isPresent()) {
            return points.get();
        }
        boolean first = index == 0 || tokens.get(index - 1).getType() == ChainLexer.NEWLINE;
        return first ? atStart(here) : after(tokens.get(index - 1), here);
    }

    /** Two or three points among indices that are no {@code ...} by itself: {@code x[.., 0]}, {@code x[0...]}. */
    private Optional<SourceError> points(int index) {
        int first = index;
        while (first > 0 && isPoint(tokens.get(first - 1)) && (first == index || touches(first))) {
            first--;
        }
        int last = first;
        while (isPoint(tokens.get(last)) && isPoint(tokens.get(last + 1)) && touches(last + 1)) {
            last++;
        }
        StringBuilder run = new StringBuilder();
        for (int i = first; i <= last; i++) {
            run.append(shown(tokens.get(i)));
        }
        boolean points = run.indexOf("..") >= 0 || run.indexOf("…") >= 0;
        boolean alone = first == last && tokens.get(first).getType() == ChainLexer.ELLIPSIS;
        return points && !alone && isIndexed(first)
                ? Optional.of(SourceError.at(
                                places.source(), places.of(tokens.get(first), tokens.get(last)), "index.points", run)
                        .hint("hint.index.points"))
                : Optional.empty();
    }

    private boolean touches(int index) {
        return touch(tokens.get(index - 1), tokens.get(index));
    }

    private static boolean isPoint(Token token) {
        int type = token.getType();
        return type == ChainLexer.NUMBER || type == ChainLexer.DOT || type == ChainLexer.ELLIPSIS;
    }

    /** Whether a token stands between the square brackets after an operand. */
    private boolean isIndexed(int index) {
        int depth = 0;
        for (int i = index - 1; i > 0; i--) {
            int type = tokens.get(i).getType();
            boolean opens = type == ChainLexer.OPEN || type == ChainLexer.LEFT;
            if (opens && depth == 0) {
                return type == ChainLexer.LEFT && endsOperand(tokens.get(i - 1));
            }
            boolean closes = type == ChainLexer.CLOSE || type == ChainLexer.RIGHT;
            depth += closes ? 1 : opens ? -1 : 0;
        }
        return false;
    }

    private SourceError atStart(Token here) {
        return switch (here.getType()) {
            case ChainLexer.KEYWORD -> keyword(here);
            case Token.EOF, ChainLexer.NEWLINE -> places.error(here, "nothing");
            case ChainLexer.OVER ->
                places.error(here, "line.start", shown(here)).hint("hint.slashes");
            default -> places.error(here, "line.start", shown(here));
        };
    }

    private SourceError after(Token before, Token here) {
        return switch (here.getType()) {
            case ChainLexer.KEYWORD, ChainLexer.IMPORT -> keyword(here);
            case ChainLexer.AUGMENTED -> augmented(before, here);
            case ChainLexer.SEMICOLON -> semicolon(here);
            case ChainLexer.ELLIPSIS -> places.error(here, "ellipsis").hint("hint.ellipsis");
            default -> {
                if (before.getType() == ChainLexer.DOT) {
                    yield places.error(here, "member.missing");
                }
                if (endsOperand(before)) {
                    yield beginsOperand(here) ? unjoined(before, here) : unexpected(here);
                }
                yield beginsOperand(here) ? wrong(before, here) : missing(before, here);
            }
        };
    }

    private SourceError keyword(Token word) {
        String group = switch (word.getText()) {
            case "for", "while", "break", "continue" -> "loop";
            case "def", "class", "return", "yield", "pass", "async", "await" -> "def";
            case "if", "elif", "else" -> "if";
            case "lambda" -> "lambda";
            case "import", "from" -> "import";
            case "with", "try", "except", "finally", "raise", "assert", "del", "global", "nonlocal" -> "block";
            default -> "name";
        };
        boolean named = next(word).getType() == ChainLexer.ASSIGN && !group.equals("lambda");
        return places.error(word, "keyword", word.getText()).hint("hint.keyword." + (named ? "name" : group));
    }

    private SourceError augmented(Token before, Token sign) {
        String text = sign.getText();
        if (text.equals(":=")) {
            return places.error(sign, "assign.walrus").hint("hint.assign.walrus");
        }
        SourceError error = places.error(sign, "assign.augmented", text);
        String operator = text.substring(0, text.length() - 1);
        return before.getType() == ChainLexer.NAME
                ? error.hint("hint.assign.augmented", shown(before), operator)
                : error;
    }

    private SourceError semicolon(Token sign) {
        return opener(sign) == ChainLexer.LEFT
                ? places.error(sign, "matrix.semicolon").hint("hint.matrix.semicolon")
                : endsLine(sign)
                        ? places.error(sign, "line.semicolon").hint("hint.line.semicolon")
                        : places.error(sign, "line.semicolon");
    }

    /** Two operands and nothing between them. */
    private SourceError unjoined(Token before, Token here) {
        int left = before.getType();
        int right = here.getType();
        if (left == ChainLexer.NUMBER && right == ChainLexer.NAME && touch(before, here)) {
            return SourceError.at(places.source(), places.of(before, here), "name.digit")
                    .hint("hint.name.digit", shown(before), shown(here));
        }
        if (left == ChainLexer.NUMBER && right == ChainLexer.NUMBER && touch(before, here)) {
            return SourceError.at(places.source(), places.of(before, here), "number.points");
        }
        if (left == ChainLexer.NAME && right == ChainLexer.TEXT && touch(before, here)) {
            return places.error(before, "text.prefix", shown(before));
        }
        boolean inside = opener(here) != 0;
        SourceError error =
                places.error(here, inside ? "comma.missing" : "operator.missing", shown(before), shown(here));
        if (isFunction(before)) {
            return error.hint(
                    "hint.call.bare",
                    shown(before),
                    endsLine(here) || next(here).getType() == ChainLexer.CLOSE ? shown(here) : "...");
        }
        Optional<Phrase> pasted = PastedCode.called(before.getText());
        if (pasted.isPresent()) {
            return error.hint(pasted.get());
        }
        boolean product = !inside && isFactor(before) && isFactor(here);
        String factor = isFunction(here) ? shown(here) + "(...)" : shown(here);
        return product ? error.hint("hint.operator.missing", shown(before), factor) : error;
    }

    /** Whether a token is the name of a function, and no line gives that name to a value. */
    private boolean isFunction(Token token) {
        boolean known = token.getType() == ChainLexer.NAME
                && Lexicon.kind(Notation.function(token.getText())) != Lexicon.Kind.NONE;
        boolean assigned = false;
        for (int i = 0; i + 1 < tokens.size(); i++) {
            assigned |= tokens.get(i).getText().equals(token.getText())
                    && tokens.get(i + 1).getType() == ChainLexer.ASSIGN;
        }
        return known && !assigned;
    }

    private boolean endsLine(Token token) {
        return next(token).getType() == ChainLexer.NEWLINE;
    }

    private Token next(Token token) {
        return tokens.get(token.getTokenIndex() + 1);
    }

    private static boolean isFactor(Token token) {
        return token.getType() == ChainLexer.NAME || token.getType() == ChainLexer.NUMBER;
    }

    /** An operand came, but not what must follow the sign before it. */
    private SourceError wrong(Token before, Token here) {
        if (before.getType() == ChainLexer.ROOT) {
            return places.error(here, "expected", "(", shown(here)).hint("hint.root");
        }
        return places.error(here, "unexpected", shown(here)).hint("hint.brackets");
    }

    /** A sign wants an operand, and none came. */
    private SourceError missing(Token before, Token here) {
        int left = before.getType();
        boolean closes = here.getType() == ChainLexer.CLOSE || here.getType() == ChainLexer.RIGHT;
        if (closes && (left == ChainLexer.OPEN || left == ChainLexer.LEFT)) {
            return SourceError.at(places.source(), places.of(before, here), "bracket.empty");
        }
        if (here.getType() == ChainLexer.NEWLINE || closes) {
            return SourceError.at(places.source(), places.of(before), "operand.missing", shown(before));
        }
        if (left == ChainLexer.ASSIGN && here.getType() == ChainLexer.ASSIGN) {
            return places.error(here, "assign.apart").hint("hint.assign.apart");
        }
        if (left != ChainLexer.ASSIGN && isOperator(before) && isOperator(here)) {
            SourceError error = SourceError.at(
                    places.source(), places.of(before, here), "operator.two", shown(before), shown(here));
            boolean slashes = left == ChainLexer.OVER && here.getType() == ChainLexer.OVER;
            return slashes ? error.hint("hint.slashes") : error;
        }
        return places.error(here, "operand.before", shown(here));
    }

    /** Something that can never follow an operand here. */
    private SourceError unexpected(Token here) {
        int around = opener(here);
        return switch (here.getType()) {
            case ChainLexer.ASSIGN ->
                around == 0
                        ? places.error(here, "assign.second").hint("hint.assign.second")
                        : places.error(here, "assign.inside").hint("hint.assign.inside");
            case ChainLexer.COLON -> places.error(here, "colon").hint("hint.colon");
            case ChainLexer.COMMA ->
                isAssigned(here)
                        ? places.error(here, "value.several").hint("hint.value.several")
                        : places.error(here, "quantity.several");
            default ->
                around == 0
                        ? places.error(here, "unexpected", shown(here))
                        : places.error(here, "expected", around == ChainLexer.OPEN ? ")" : "]", shown(here));
        };
    }

    /** Whether what stands before a token gives its value to a name: in a file, and never in a lone expression. */
    private boolean isAssigned(Token here) {
        return IntStream.range(0, here.getTokenIndex())
                .anyMatch(i -> tokens.get(i).getType() == ChainLexer.ASSIGN);
    }

    /** The kind of the innermost bracket that is open before a token, 0 if none is. */
    private int opener(Token here) {
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < here.getTokenIndex(); i++) {
            int type = tokens.get(i).getType();
            if (type == ChainLexer.OPEN || type == ChainLexer.LEFT) {
                open.push(type);
            } else if (type == ChainLexer.CLOSE || type == ChainLexer.RIGHT) {
                open.pop();
            }
        }
        return open.isEmpty() ? 0 : open.peek();
    }
}
