package chainstep.ui.table;

import chainstep.math.Format;
import chainstep.ui.Stops;
import chainstep.ui.look.Hue;
import java.awt.BasicStroke;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import javax.swing.JPanel;

/** What a watched number was, iteration by iteration. */
final class HistoryPlot extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final int EDGE = 10;

    private final transient Dress dress;
    private final transient Stops.History history;

    private int element;

    /** @param element which number of each value is drawn */
    HistoryPlot(Dress dress, Stops.History history, int element) {
        this.dress = dress;
        this.history = history;
        this.element = element;
        setPreferredSize(new Dimension(280, 120));
        setFont(dress.numbers());
        setBackground(dress.palette().get(Hue.GROUND));
        getAccessibleContext().setAccessibleName(dump());
    }

    private double[] numbers() {
        return history.values().stream()
                .mapToDouble(value -> value.get(element))
                .toArray();
    }

    /** Draws another number of each value. */
    void draw(int other) {
        element = other;
        getAccessibleContext().setAccessibleName(dump());
        repaint();
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        super.paintComponent(graphics);
        Graphics2D g = (Graphics2D) graphics.create();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        double[] numbers = numbers();
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double number : numbers) {
            low = Double.isFinite(number) ? Math.min(low, number) : low;
            high = Double.isFinite(number) ? Math.max(high, number) : high;
        }
        FontMetrics metrics = g.getFontMetrics();
        g.setColor(dress.palette().get(Hue.MUTED));
        if (low <= high) {
            g.drawString(Format.typographic(Format.significant(high, 4)), EDGE, EDGE + metrics.getAscent());
            g.drawString(Format.typographic(Format.significant(low, 4)), EDGE, getHeight() - EDGE);
            curve(g, numbers, low, high);
        }
        g.dispose();
    }

    private void curve(Graphics2D g, double[] numbers, double low, double high) {
        int left = 90;
        double width = Math.max(1, getWidth() - left - EDGE);
        double height = getHeight() - 2.0 * EDGE;
        double range = high > low ? high - low : 1;
        Path2D line = new Path2D.Double();
        boolean pen = false;
        for (int k = 0; k < numbers.length; k++) {
            double x = left + (numbers.length == 1 ? 0 : width * k / (numbers.length - 1));
            double y = EDGE + height * (high - numbers[k]) / range;
            if (!Double.isFinite(y)) {
                pen = false;
            } else if (pen) {
                line.lineTo(x, y);
            } else {
                line.moveTo(x, y);
                line.lineTo(x + 1, y);
                pen = true;
            }
        }
        g.setColor(dress.palette().get(Hue.TEXT));
        g.setStroke(new BasicStroke(1.6f));
        g.draw(line);
    }

    /** The numbers, as text. */
    String dump() {
        StringBuilder dump = new StringBuilder();
        double[] numbers = numbers();
        for (int k = 0; k < numbers.length; k++) {
            dump.append(history.from() + k)
                    .append(": ")
                    .append(Format.significant(numbers[k], 6))
                    .append('\n');
        }
        return dump.toString();
    }
}
