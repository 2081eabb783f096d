package chainstep.ui.look;

import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import javax.accessibility.AccessibleRole;

/**
 * A picture that is made anew many times a second. It is drawn in memory and then shown whole: drawn line by line on a screen, most of
 * the time would go to handing over the lines.
 */
public abstract class Moving extends Painted {
    private transient BufferedImage image;

    protected Moving(AccessibleRole role) {
        super(role);
        setOpaque(true);
    }

    /** Draws all of it, its ground too. */
    protected abstract void draw(Graphics2D pen);

    @Override
    protected final void paintComponent(Graphics graphics) {
        if (isPaintingForPrint()) {
            Graphics2D pen = (Graphics2D) graphics.create();
            smooth(pen);
            draw(pen);
            pen.dispose();
        } else {
            show((Graphics2D) graphics);
        }
    }

    private void show(Graphics2D screen) {
        AffineTransform place = screen.getTransform();
        int width = (int) Math.ceil(getWidth() * place.getScaleX());
        int height = (int) Math.ceil(getHeight() * place.getScaleY());
        if (image == null || image.getWidth() != width || image.getHeight() != height) {
            image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        }
        Graphics2D pen = image.createGraphics();
        pen.setColor(getBackground());
        pen.fillRect(0, 0, width, height);
        pen.scale(place.getScaleX(), place.getScaleY());
        smooth(pen);
        draw(pen);
        pen.dispose();
        screen.setTransform(AffineTransform.getTranslateInstance(
                Math.round(place.getTranslateX()), Math.round(place.getTranslateY())));
        screen.drawImage(image, 0, 0, null);
        screen.setTransform(place);
    }

    private static void smooth(Graphics2D pen) {
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    }
}
