package chainstep.ui.window;

import com.formdev.flatlaf.util.Graphics2DProxy;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/** A pen that paints larger, each text exactly as wide as it was laid out: without a display letters are measured at their own size. */
final class Enlarged extends Graphics2DProxy {
    private static final BufferedImage SMALL = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);

    private final Graphics2D pen;
    private final double scale;

    /** @param scale of which the pen is already */
    Enlarged(Graphics2D pen, double scale) {
        super(pen);
        this.pen = pen;
        this.scale = scale;
    }

    @Override
    public Graphics create() {
        return new Enlarged((Graphics2D) pen.create(), scale);
    }

    @Override
    public Graphics create(int x, int y, int width, int height) {
        return new Enlarged((Graphics2D) pen.create(x, y, width, height), scale);
    }

    @Override
    public FontMetrics getFontMetrics() {
        return getFontMetrics(getFont());
    }

    @Override
    public FontMetrics getFontMetrics(Font font) {
        Graphics2D own = SMALL.createGraphics();
        own.setRenderingHints(pen.getRenderingHints());
        own.scale(1 / scale, 1 / scale);
        own.transform(pen.getTransform());
        FontMetrics metrics = own.getFontMetrics(font);
        own.dispose();
        return metrics;
    }

    @Override
    public void drawString(String text, int x, int y) {
        drawString(text, (float) x, (float) y);
    }

    @Override
    public void drawString(String text, float x, float y) {
        double wide = pen.getFontMetrics().stringWidth(text);
        double laidOut = getFontMetrics().stringWidth(text);
        if (text.isEmpty() || wide <= 0 || laidOut <= 0) {
            return;
        }
        AffineTransform before = pen.getTransform();
        pen.translate(x, y);
        pen.scale(laidOut / wide, 1);
        pen.drawString(text, 0, 0);
        pen.setTransform(before);
    }
}
