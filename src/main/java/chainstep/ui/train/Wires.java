package chainstep.ui.train;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.Consumer;

/** The edges of a network, which take longer to draw than all its units: while it learns, they are drawn anew every few pictures. */
final class Wires {
    private static final int EVERY = 4;

    private BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB);
    private List<?> drawn = List.of();
    private int age;

    /**
     * Draws them, or what was drawn last.
     *
     * @param hurried whether what was drawn a little while ago will do
     * @param subject what they are drawn of
     * @param edges draws them
     */
    void draw(Graphics2D pen, Dimension size, boolean hurried, List<?> subject, Consumer<Graphics2D> edges) {
        AffineTransform place = pen.getTransform();
        int width = (int) Math.ceil(size.width * place.getScaleX());
        int height = (int) Math.ceil(size.height * place.getScaleY());
        boolean fits = image.getWidth() == width && image.getHeight() == height;
        age++;
        if (!fits || !drawn.equals(subject) && (!hurried || age >= EVERY)) {
            image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
            Graphics2D fine = image.createGraphics();
            fine.setRenderingHints(pen.getRenderingHints());
            fine.scale(place.getScaleX(), place.getScaleY());
            edges.accept(fine);
            fine.dispose();
            drawn = subject;
            age = 0;
        }
        pen.setTransform(AffineTransform.getTranslateInstance(
                Math.round(place.getTranslateX()), Math.round(place.getTranslateY())));
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        pen.drawImage(image, 0, 0, null);
        pen.setTransform(place);
    }
}
