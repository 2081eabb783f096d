package chainstep.ui.formula;

import chainstep.ui.look.ChineseFont;
import java.lang.Character.UnicodeBlock;
import java.util.List;
import org.scilab.forge.jlatexmath.TeXFormula;

/** Gives JLaTeXMath, which has no Chinese letters, the shipped ones: read when the first formula asks for them, and then for all. */
final class Chinese {
    private static final List<UnicodeBlock> BLOCKS = List.of(
            UnicodeBlock.CJK_UNIFIED_IDEOGRAPHS,
            UnicodeBlock.CJK_SYMBOLS_AND_PUNCTUATION,
            UnicodeBlock.HALFWIDTH_AND_FULLWIDTH_FORMS);

    /** Held apart, so that who never writes Chinese never reads it. */
    private static final class Shipped {
        private static final String FAMILY = registered();

        private static String registered() {
            BLOCKS.forEach(block -> TeXFormula.registerExternalFont(block, ChineseFont.family()));
            return ChineseFont.family();
        }
    }

    private Chinese() {}

    /** Sees to it that a formula can be set, if it has Chinese letters. */
    static void prepare(String latex) {
        if (latex.codePoints().anyMatch(sign -> BLOCKS.contains(UnicodeBlock.of(sign)))) {
            Shipped.FAMILY.length();
        }
    }
}
