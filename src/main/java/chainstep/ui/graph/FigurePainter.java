package chainstep.ui.graph;

import chainstep.math.Format;
import chainstep.ui.look.Hue;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.Map;
import java.util.WeakHashMap;

/** Draws numbers under each other, or a heat map with its shape. */
final class FigurePainter {
    static final double BASELINE = 11.3;

    private final Ink ink;
    /** Drawn once: a map has thousands of cells. */
    private final Map<Figures.Heat, BufferedImage> maps = new WeakHashMap<>();

    FigurePainter(Ink ink) {
        this.ink = ink;
    }

    void paint(Graphics2D g, Shown shown, Spot at, Hue hue) {
        if (shown.figures() instanceof Figures.Numbers numbers) {
            numbers(g, shown, numbers, at, hue);
        } else if (shown.isKnown()) {
            heat(g, shown, (Figures.Heat) shown.figures(), at);
        }
    }

    private void numbers(Graphics2D g, Shown shown, Figures.Numbers numbers, Spot at, Hue hue) {
        if (shown.element() >= 0 && shown.element() < shown.known()) {
            mark(g, numbers, shown.element(), at);
        }
        g.setFont(ink.numbers());
        for (int row = 0; row < numbers.rows(); row++) {
            String line = numbers.line(row, shown.known());
            if (!line.isEmpty()) {
                g.setColor(ink.of(Format.isFinite(line) ? hue : Hue.WRONG));
                g.drawString(line, (float) at.x(), (float) (at.y() + row * Face.ROW + BASELINE));
            }
        }
    }

    /** A ground under the number that is now. */
    private void mark(Graphics2D g, Figures.Numbers numbers, int element, Spot at) {
        int column = element % numbers.widths().size();
        int row = element / numbers.widths().size();
        double x = at.x() + numbers.start(column) * Face.CHARACTER;
        double width = numbers.widths().get(column) * Face.CHARACTER;
        RoundRectangle2D ground =
                new RoundRectangle2D.Double(x - 2.5, at.y() + row * Face.ROW, width + 5, Face.ROW, 5, 5);
        g.setColor(ink.of(Hue.NOW_GROUND));
        g.fill(ground);
        g.setColor(ink.of(Hue.NOW));
        g.setStroke(Ink.THIN);
        g.draw(ground);
    }

    private void heat(Graphics2D g, Shown shown, Figures.Heat heat, Spot at) {
        double cell = Face.cell(heat);
        AffineTransform place = new AffineTransform(cell, 0, 0, cell, at.x(), at.y());
        g.drawImage(maps.computeIfAbsent(heat, this::image), place, null);
        g.setColor(ink.of(Hue.LINE));
        g.setStroke(Ink.HAIR);
        g.draw(new Rectangle2D.Double(at.x(), at.y(), cell * heat.columns(), cell * heat.rows()));
        int marked = shown.element() < 0 ? -1 : heat.places().indexOf(shown.element());
        if (marked >= 0) {
            g.setColor(ink.of(Hue.NOW));
            g.setStroke(Ink.FRAME);
            double x = at.x() + marked % heat.columns() * cell;
            double y = at.y() + marked / heat.columns() * cell;
            g.draw(new Rectangle2D.Double(x - 1, y - 1, cell + 2, cell + 2));
        }
        g.setColor(ink.of(Hue.MUTED));
        g.setFont(ink.words(heat.shape()));
        g.drawString(heat.shape(), (float) at.x(), (float) (at.y() + cell * heat.rows() + Face.LABEL - 3));
    }

    private BufferedImage image(Figures.Heat heat) {
        BufferedImage image = new BufferedImage(heat.columns(), heat.rows(), BufferedImage.TYPE_INT_ARGB);
        for (int k = 0; k < heat.levels().size(); k++) {
            Color colour = ink.heat(heat.levels().get(k));
            int nothing = ink.of(Hue.GROUND).getRGB();
            int rgb = heat.places().get(k) < 0 ? nothing : colour.getRGB();
            image.setRGB(k % heat.columns(), k / heat.columns(), rgb);
        }
        return image;
    }
}
