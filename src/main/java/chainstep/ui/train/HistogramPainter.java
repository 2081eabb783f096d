package chainstep.ui.train;

import chainstep.ui.derivation.Style;
import chainstep.ui.look.Hue;
import chainstep.ui.look.Letters;
import chainstep.ui.look.Look;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;

/** Draws a histogram: its name, bars, the numbers at its ends and, where it lies between them, 0; the height of the highest bar. */
record HistogramPainter(Style style, Hue hue) {
    private static final int BARS = 44;

    private int line() {
        return Math.round(style.small().getSize2D() * 1.35f);
    }

    int height() {
        return 2 * line() + BARS;
    }

    static void words(Graphics2D pen, Style style, String text, int x, int y) {
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setFont(Letters.fit(text, style.small()));
        pen.setColor(style.colour(Hue.MUTED));
        pen.drawString(text, x, y);
    }

    private Rectangle2D bars(Rectangle cell) {
        return new Rectangle2D.Double(cell.x, cell.y + line(), cell.width, BARS);
    }

    /** The bin at a point; −1 where there is none. */
    int bin(Histogram one, Rectangle cell, Point at) {
        Rectangle2D bars = bars(cell);
        return one.counts().isEmpty() || !bars.contains(at)
                ? -1
                : (int) ((at.x - bars.getX()) * one.counts().size() / bars.getWidth());
    }

    void paint(Graphics2D pen, Histogram one, Rectangle cell) {
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        Font numbers = Look.numbers(style.small().getSize2D() - 1);
        head(pen, one, cell, numbers);
        Rectangle2D bars = bars(cell);
        double wide = bars.getWidth() / Math.max(1, one.counts().size());
        pen.setColor(style.colour(hue));
        for (int k = 0; k < one.counts().size(); k++) {
            double tall = one.counts().get(k) == 0
                    ? 0
                    : Math.max(1, bars.getHeight() * one.counts().get(k) / one.most());
            pen.fill(new Rectangle2D.Double(
                    bars.getX() + k * wide, bars.getMaxY() - tall, Math.max(0.75, wide - 1), tall));
        }
        pen.setColor(style.colour(Hue.MUTED));
        pen.fill(new Rectangle2D.Double(bars.getX(), bars.getMaxY(), bars.getWidth(), 1));
        if (!one.counts().isEmpty()) {
            foot(pen, one, bars, numbers);
        }
    }

    private void head(Graphics2D pen, Histogram one, Rectangle cell, Font numbers) {
        int base = cell.y + line() - 4;
        pen.setFont(Letters.fit(one.name(), Look.numbers(style.small().getSize2D())));
        pen.setColor(style.colour(Hue.TEXT));
        pen.drawString(one.name(), cell.x, base);
        int end = cell.x + pen.getFontMetrics().stringWidth(one.name());
        String odd = one.odd() > 0 ? "NaN/∞ " + one.odd() : "";
        String most = style.say("train.spread.most", one.most(), one.total());
        pen.setFont(numbers);
        pen.setColor(style.colour(one.odd() > 0 ? Hue.WRONG : Hue.MUTED));
        String told = one.odd() > 0 ? odd : most;
        int at = cell.x + cell.width - pen.getFontMetrics().stringWidth(told);
        if (at > end + 4) {
            pen.drawString(told, at, base);
        }
    }

    private void foot(Graphics2D pen, Histogram one, Rectangle2D bars, Font numbers) {
        pen.setFont(numbers);
        pen.setColor(style.colour(Hue.MUTED));
        FontMetrics metrics = pen.getFontMetrics();
        String low = HistogramView.number(one.edge(0));
        String high = HistogramView.number(one.edge(one.counts().size()));
        float base = (float) bars.getMaxY() + 1 + metrics.getAscent();
        double last = bars.getMaxX() - metrics.stringWidth(high);
        pen.drawString(low, (float) bars.getX(), base);
        pen.drawString(high, (float) last, base);
        double zero = bars.getX()
                - one.low() / one.step() * bars.getWidth() / one.counts().size();
        double half = metrics.stringWidth("0") / 2.0;
        boolean free = zero - half > bars.getX() + metrics.stringWidth(low) + 4 && zero + half < last - 4;
        if (free) {
            pen.drawString("0", (float) (zero - half), base);
        }
        if (zero > bars.getX() && zero < bars.getMaxX()) {
            pen.fill(new Rectangle2D.Double(zero - 0.5, bars.getMaxY(), 1, 3));
        }
    }
}
