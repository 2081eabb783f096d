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
import java.util.List;
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

    private List<Double> numbers() {
        return history.values().stream().map(value -> value.get(element)).toList();
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
        Curve curve = Curve.of(List.of(numbers()));
        FontMetrics metrics = g.getFontMetrics();
        g.setColor(dress.palette().get(Hue.MUTED));
        if (history.values().size() < 2) {
            String few = few();
            g.drawString(few, Math.max(EDGE, (getWidth() - metrics.stringWidth(few)) / 2), getHeight() / 2);
        } else if (!curve.isEmpty()) {
            String high = Format.typographic(Format.significant(curve.high(), 4));
            String low = Format.typographic(Format.significant(curve.low(), 4));
            if (curve.isFlat()) {
                g.drawString(high, EDGE, getHeight() / 2 + metrics.getAscent() / 2);
            } else {
                g.drawString(high, EDGE, EDGE + metrics.getAscent());
                g.drawString(low, EDGE, getHeight() - EDGE);
            }
            draw(g, curve);
        }
        g.dispose();
    }

    /** What there is to say where there is nothing to draw yet. */
    private String few() {
        return history.values().isEmpty()
                ? dress.say("watches.history.none")
                : dress.say(
                        "watches.history.one",
                        history.from(),
                        Format.typographic(Format.significant(
                                numbers().get(0), dress.settings().digits())));
    }

    private void draw(Graphics2D g, Curve curve) {
        int left = 90;
        g.setColor(dress.palette().get(Hue.TEXT));
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setStroke(new BasicStroke(1.6f));
        g.draw(curve.in(left, EDGE, Math.max(1, getWidth() - left - EDGE), getHeight() - 2.0 * EDGE));
    }

    /** The numbers, as text. */
    String dump() {
        StringBuilder dump = new StringBuilder();
        List<Double> numbers = numbers();
        if (numbers.size() < 2) {
            return few() + "\n";
        }
        for (int k = 0; k < numbers.size(); k++) {
            dump.append(history.from() + k)
                    .append(": ")
                    .append(Format.significant(numbers.get(k), dress.settings().digits()))
                    .append('\n');
        }
        return dump.toString();
    }
}
