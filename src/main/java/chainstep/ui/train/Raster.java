package chainstep.ui.train;

import chainstep.ui.look.Palette;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.function.DoubleUnaryOperator;

/** Numbers in rows, as a picture in the colours of a heat map. */
final class Raster {
    /** How many colours there are on either side of zero. */
    private static final int SHADES = 127;

    private final int[] colours = new int[2 * SHADES + 1];

    Raster(Palette palette) {
        for (int k = 0; k < colours.length; k++) {
            colours[k] = palette.heat((k - SHADES) / (double) SHADES).getRGB();
        }
    }

    /**
     * Numbers in their colours.
     *
     * @param numbers row by row from the top
     * @param scale brings a number to −1 … 1
     */
    BufferedImage heat(double[] numbers, int width, DoubleUnaryOperator scale) {
        int[] pixels = new int[numbers.length];
        for (int k = 0; k < numbers.length; k++) {
            double value = Math.max(-1, Math.min(1, scale.applyAsDouble(numbers[k])));
            pixels[k] = colours[SHADES + (int) Math.round(SHADES * value)];
        }
        BufferedImage image = new BufferedImage(width, numbers.length / width, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, width, numbers.length / width, pixels, 0, width);
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
