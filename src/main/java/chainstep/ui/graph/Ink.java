package chainstep.ui.graph;

import chainstep.ui.look.Hue;
import chainstep.ui.look.Look;
import chainstep.ui.look.Palette;
import chainstep.ui.look.Theme;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Stroke;
import java.awt.geom.RoundRectangle2D;
import java.util.List;

/** What the graph is drawn with under one theme: colours, fonts, strokes. */
final class Ink {
    static final Stroke THIN = new BasicStroke(1.3f);
    static final BasicStroke FRAME = new BasicStroke(1.6f);
    static final BasicStroke THICK = new BasicStroke(3.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
    /** Around what is thick, so that what it crosses does not run into it. */
    static final Stroke HALO = new BasicStroke(6.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);

    static final Stroke HAIR = new BasicStroke(0.6f);
    static final Stroke DASHED =
            new BasicStroke(1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {2, 3}, 0);

    /** How large the smallest letters are, on the drawing. */
    static final float SMALLEST_LETTERS = 10.5f;

    private static final Font LOGICAL = new Font(Font.SANS_SERIF, Font.PLAIN, 11);

    private final Palette palette;
    private final Font numbers = Look.numbers(11);
    private final Font name = Look.numbers(12).deriveFont(Font.BOLD);
    private final Font words = Look.words(SMALLEST_LETTERS);

    Ink(Theme theme) {
        this.palette = Palette.of(theme);
    }

    Color of(Hue hue) {
        return palette.get(hue);
    }

    Color heat(float level) {
        return Float.isNaN(level) ? of(Hue.WRONG) : palette.heat(level);
    }

    /** The ground of the drawing, a little off that of the boxes. */
    Color ground() {
        return Palette.between(of(Hue.GROUND), of(Hue.FRAME), 0.3);
    }

    /** Laid over a drawing of what is no more. */
    Color veil() {
        return palette.veil(Hue.GROUND);
    }

    Color faint(Hue hue) {
        return Palette.between(of(hue), ground(), 0.45);
    }

    Font numbers() {
        return numbers;
    }

    /** For formulas with numbers in them. */
    Font figures(String text) {
        return fitting(text, numbers);
    }

    Font name(String text) {
        return fitting(text, name);
    }

    Font words(String text) {
        return fitting(text, words);
    }

    /** The font itself where it has all the letters, else one that has. */
    private Font fitting(String text, Font wanted) {
        return List.of(wanted, numbers).stream()
                .filter(font -> font.canDisplayUpTo(text) < 0)
                .findFirst()
                .orElse(LOGICAL)
                .deriveFont(wanted.getStyle(), wanted.getSize2D());
    }

    /** Of a box: from afar as wide as a pixel, or two, for thinner lines pale. */
    static Stroke frame(boolean thick, double scale) {
        BasicStroke near = thick ? THICK : FRAME;
        double least = (thick ? 2 : 1) / scale;
        return near.getLineWidth() >= least ? near : new BasicStroke((float) least);
    }

    /** The ground of something that lies over the drawing. */
    void plate(Graphics2D g, int width, int height) {
        RoundRectangle2D plate = new RoundRectangle2D.Double(0.5, 0.5, width - 1, height - 1, 12, 12);
        g.setColor(of(Hue.GROUND));
        g.fill(plate);
        g.setColor(of(Hue.LINE));
        g.setStroke(THIN);
        g.draw(plate);
    }

    static void smooth(Graphics2D g) {
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
    }

    /** The text, or as much of it as fits, and dots. */
    static String fitted(String text, FontMetrics metrics, double width) {
        if (metrics.stringWidth(text) <= width) {
            return text;
        }
        int end = text.length();
        while (end > 0 && metrics.stringWidth(text.substring(0, end) + "…") > width) {
            end = text.offsetByCodePoints(end, -1);
        }
        return end == 0 ? "" : text.substring(0, end).strip() + "…";
    }
}
