package chainstep.ui.train;

import chainstep.ui.look.Palette;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.function.DoubleUnaryOperator;

/** Numbers in rows, as a picture. */
final class Raster {
    private Raster() {}

    /**
     * Numbers in the colours of a heat map.
     *
     * @param numbers row by row from the top
     * @param scale brings a number to −1 … 1
     */
    static BufferedImage heat(double[] numbers, int width, DoubleUnaryOperator scale, Palette palette) {
        BufferedImage image = new BufferedImage(width, numbers.length / width, BufferedImage.TYPE_INT_RGB);
        for (int k = 0; k < numbers.length; k++) {
            double value = scale.applyAsDouble(numbers[k]);
            Color colour = palette.heat(Double.isNaN(value) ? 0 : value);
            image.setRGB(k % width, k / width, colour.getRGB());
        }
        return image;
    }

    /** What divides numbers so that none is beyond 1, none of them made larger. */
    static double reach(double[] numbers) {
        double most = 1;
        for (double number : numbers) {
            most = Double.isFinite(number) ? Math.max(most, Math.abs(number)) : most;
        }
        return most;
    }

    /** Draws a picture into a rectangle. */
    static void draw(Graphics2D pen, BufferedImage image, Rectangle place, boolean smooth) {
        pen.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION,
                smooth
                        ? RenderingHints.VALUE_INTERPOLATION_BILINEAR
                        : RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        pen.drawImage(image, place.x, place.y, place.width, place.height, null);
    }
}
