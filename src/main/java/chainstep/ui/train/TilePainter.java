package chainstep.ui.train;

import chainstep.train.Examples;
import chainstep.train.Prediction;
import chainstep.ui.derivation.Style;
import chainstep.ui.look.Hue;
import chainstep.ui.look.Letters;
import chainstep.ui.look.Palette;
import java.awt.BasicStroke;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;

/** Images with what the network takes them for, and what they are where that is something else. */
final class TilePainter {
    private static final int GAP = 8;
    private static final int LEAST = 34;

    private final Lesson lesson;
    private final Vision vision;
    private final Palette palette;
    private final Raster raster;
    private final Style style;

    TilePainter(Lesson lesson, Vision vision, Palette palette, Style style) {
        this.lesson = lesson;
        this.vision = vision;
        this.palette = palette;
        this.raster = new Raster(palette);
        this.style = style;
    }

    void paint(Graphics2D pen, Rectangle room) {
        Examples rows = lesson.outlook().flatMap(Outlook::shown).orElseThrow();
        pen.setFont(style.small());
        FontMetrics metrics = pen.getFontMetrics();
        int foot = metrics.getHeight();
        int size = Math.max(LEAST, Math.min(64, (room.height - 2 * (foot + GAP)) / 3));
        int across = Math.max(1, (room.width + GAP) / (size + GAP));
        int down = Math.max(1, (room.height + GAP) / (size + foot + GAP));
        for (int k = 0; k < Math.min(rows.count(), across * down); k++) {
            int x = room.x + k % across * (size + GAP);
            int y = room.y + k / across * (size + foot + GAP);
            tile(pen, rows, k, new Rectangle(x, y, size, size), metrics);
        }
    }

    private void tile(Graphics2D pen, Examples rows, int row, Rectangle place, FontMetrics metrics) {
        double[] pixels = rows.features().row(row);
        double reach = Raster.reach(pixels);
        BufferedImage image = raster.heat(pixels, UnitPainter.side(pixels.length), value -> value / reach);
        Raster.draw(pen, image, place, false);
        String words = "";
        boolean right = true;
        if (!lesson.classes().isEmpty()) {
            Prediction prediction = lesson.prediction().orElseThrow();
            double[] answer = new double[vision.answer().length];
            for (int unit = 0; unit < answer.length; unit++) {
                answer[unit] = vision.answer()[unit][row];
            }
            int said = prediction.said(answer);
            int meant = prediction.meant(rows.targets().row(row));
            right = said == meant;
            words = lesson.classes().get(said)
                    + (right ? " ✓" : " ≠ " + lesson.classes().get(meant));
        }
        pen.setColor(palette.get(right ? Hue.RIGHT : Hue.WRONG));
        pen.setStroke(new BasicStroke(right ? 1 : 2));
        pen.drawRect(place.x, place.y, place.width - 1, place.height - 1);
        pen.setFont(Letters.fit(words, style.small()));
        pen.drawString(
                words,
                place.x + (place.width - pen.getFontMetrics().stringWidth(words)) / 2,
                place.y + place.height + metrics.getAscent() + 1);
    }
}
