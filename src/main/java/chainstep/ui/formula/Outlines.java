package chainstep.ui.formula;

import com.formdev.flatlaf.util.Graphics2DProxy;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.util.Arrays;

/** Fills the outlines of characters, which lose no thin stroke to a rasteriser's hinting, as small glyphs do. */
final class Outlines extends Graphics2DProxy {
    private final Graphics2D onto;

    Outlines(Graphics2D onto) {
        super(onto);
        this.onto = onto;
    }

    /** The same, for a pen of its own. */
    static Outlines on(Graphics2D graphics) {
        Graphics2D pen = (Graphics2D) graphics.create();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        return new Outlines(pen);
    }

    @Override
    public Graphics create() {
        return new Outlines((Graphics2D) onto.create());
    }

    @Override
    public void drawChars(char[] text, int from, int length, int x, int y) {
        char[] drawn = Arrays.copyOfRange(text, from, from + length);
        onto.fill(getFont().createGlyphVector(getFontRenderContext(), drawn).getOutline(x, y));
    }
}
