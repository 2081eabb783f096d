package chainstep.ui.graph;

import chainstep.ui.look.Hue;
import chainstep.ui.look.Look;
import chainstep.words.Words;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import java.util.stream.Collectors;

/** What the colours mean. */
final class Legend extends Surface {
    private static final int PAD = 12;
    private static final int BETWEEN = 12;
    private static final float SIZE = 11.5f;
    /** In a lecture hall. */
    private static final float LARGE = 14.5f;

    private record Entry(Hue hue, String word) {}

    private Ink ink;
    private float size = SIZE;
    private List<Entry> entries = List.of();

    Legend(Ink ink, Words words) {
        dress(ink, words, false);
    }

    final void dress(Ink other, Words words, boolean isHall) {
        ink = other;
        size = isHall ? LARGE : SIZE;
        entries = List.of(
                new Entry(Hue.VALUE, words.say("graph.legend.value")),
                new Entry(Hue.GRADIENT, words.say("graph.legend.gradient")),
                new Entry(Hue.UPDATE, words.say("graph.legend.update")),
                new Entry(Hue.PARAMETER, words.say("graph.legend.parameter")),
                new Entry(Hue.NOW, words.say("graph.legend.now")),
                new Entry(Hue.PALE, words.say("graph.legend.pale")));
        String all = entries.stream().map(Entry::word).collect(Collectors.joining(", "));
        getAccessibleContext().setAccessibleName(words.say("graph.legend") + ": " + all);
        repaint();
    }

    private Font font(String text) {
        Font words = Look.words(size);
        return words.canDisplayUpTo(text) < 0
                ? words
                : new Font(Font.SANS_SERIF, Font.PLAIN, 12).deriveFont(Math.max(12, size));
    }

    private int square() {
        return Math.round(size * 0.8f);
    }

    private int height() {
        return Math.round(size * 2.8f);
    }

    @Override
    public Dimension getPreferredSize() {
        int width = 2 * PAD - BETWEEN;
        for (Entry entry : entries) {
            width += square() + 5 + getFontMetrics(font(entry.word())).stringWidth(entry.word()) + BETWEEN;
        }
        return new Dimension(width, height());
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = (Graphics2D) graphics.create();
        Ink.smooth(g);
        ink.plate(g, getWidth(), getHeight());
        double x = PAD;
        for (Entry entry : entries) {
            double y = (height() - square()) / 2.0;
            boolean now = entry.hue() == Hue.NOW;
            g.setColor(ink.of(now ? Hue.NOW_GROUND : entry.hue()));
            RoundRectangle2D square = new RoundRectangle2D.Double(x, y, square(), square(), 3, 3);
            g.fill(square);
            g.setColor(ink.of(entry.hue()));
            g.setStroke(Ink.THIN);
            g.draw(square);
            g.setFont(font(entry.word()));
            FontMetrics metrics = g.getFontMetrics();
            g.setColor(ink.of(Hue.MUTED));
            g.drawString(entry.word(), (float) (x + square() + 5), (height() + metrics.getAscent() - 3) / 2f);
            x += square() + 5 + metrics.stringWidth(entry.word()) + BETWEEN;
        }
        g.dispose();
    }
}
