package chainstep.lang;

import chainstep.words.Words;
import java.util.Locale;
import org.antlr.v4.runtime.Token;

/** What to say of a sign that means nothing here: by what it looks like, where the bundle has advice for it. */
final class UnknownSign {
    private UnknownSign() {}

    static SourceError at(Places places, Token token) {
        int point = token.getText().codePointAt(0);
        String code = String.format(Locale.ROOT, "U+%04X", point);
        SourceError error = isShown(point)
                ? places.error(token, "sign.unknown", token.getText(), code)
                : places.error(token, "sign.hidden", code);
        String advice = "hint.sign." + code.substring(2);
        return Words.of("lang", Locale.ENGLISH).knows(advice) ? error.hint(advice) : error;
    }

    private static boolean isShown(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK -> false;
            default -> true;
        };
    }
}
