package chainstep.ui.look;

import java.awt.Font;
import java.awt.font.TextAttribute;
import java.text.AttributedString;

/** Text in a shipped font, with the machine's own for letters it lacks: ∇ ᵀ ⊙ ∈ ℝ, Chinese; where it has no Chinese, with ours. */
public final class Letters {
    private Letters() {}

    /** The font itself where it has all letters, else the machine's own in its size and style. */
    public static Font fit(String text, Font font) {
        if (font.canDisplayUpTo(text) < 0) {
            return font;
        }
        return text.codePoints().anyMatch(Letters::isMissing) ? chinese(font) : own(font);
    }

    /** Whether it is a Chinese letter, and the machine has none. */
    private static boolean isMissing(int point) {
        boolean wide = Character.UnicodeBlock.of(point) == Character.UnicodeBlock.HALFWIDTH_AND_FULLWIDTH_FORMS;
        return (Character.isIdeographic(point) || wide) && ChineseFont.isNeeded();
    }

    private static Font chinese(Font font) {
        return new Font(ChineseFont.family(), font.getStyle(), font.getSize()).deriveFont(font.getSize2D());
    }

    private static Font own(Font font) {
        boolean even = font.getFamily().contains("Mono");
        return new Font(even ? Font.MONOSPACED : Font.SANS_SERIF, font.getStyle(), font.getSize())
                .deriveFont(font.getSize2D());
    }

    /** A line with each letter in the font that has it. */
    public static AttributedString in(String line, Font font) {
        AttributedString text = new AttributedString(line);
        text.addAttribute(TextAttribute.FONT, font);
        boolean tight = !font.getFamily().contains("Mono") && line.codePoints().anyMatch(Letters::isIndex);
        if (tight || font.canDisplayUpTo(line) >= 0) {
            Font own = own(font);
            Font wide = Look.numbers(font.getSize2D()).deriveFont(font.getStyle());
            line.codePoints().reduce(0, (at, point) -> {
                int end = at + Character.charCount(point);
                if (tight && isIndex(point)) {
                    text.addAttribute(TextAttribute.FONT, wide, at, end);
                } else if (!font.canDisplay(point)) {
                    text.addAttribute(TextAttribute.FONT, isMissing(point) ? chinese(font) : own, at, end);
                }
                return end;
            });
        }
        return text;
    }

    /** Digits of an index: among words they stand so close that 11 reads as one sign. */
    private static boolean isIndex(int point) {
        return point >= '\u2080' && point <= '\u2089';
    }
}
