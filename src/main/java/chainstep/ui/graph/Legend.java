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
    private static final int SQUARE = 9;
    private static final int HEIGHT = 32;
    private static final int BETWEEN = 12;

    private record Entry(Hue hue, String word) {}

    private Ink ink;
    private List<Entry> entries = List.of();

    Legend(Ink ink, Words words) {
        dress(ink, words);
    }

    final void dress(Ink other, Words words) {
        ink = other;
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
        Font words = Look.words(11.5f);
        return words.canDisplayUpTo(text) < 0 ? words : new Font(Font.SANS_SERIF, Font.PLAIN, 12);
    }

    @Override
    public Dimension getPreferredSize() {
        int width = 2 * PAD - BETWEEN;
        for (Entry entry : entries) {
            width += SQUARE + 5 + getFontMetrics(font(entry.word())).stringWidth(entry.word()) + BETWEEN;
        }
        return new Dimension(width, HEIGHT);
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = (Graphics2D) graphics.create();
        Ink.smooth(g);
        ink.plate(g, getWidth(), getHeight());
        double x = PAD;
        for (Entry entry : entries) {
            double y = (HEIGHT - SQUARE) / 2.0;
            boolean now = entry.hue() == Hue.NOW;
            g.setColor(ink.of(now ? Hue.NOW_GROUND : entry.hue()));
            RoundRectangle2D square = new RoundRectangle2D.Double(x, y, SQUARE, SQUARE, 3, 3);
            g.fill(square);
            g.setColor(ink.of(entry.hue()));
            g.setStroke(Ink.THIN);
            g.draw(square);
            g.setFont(font(entry.word()));
            FontMetrics metrics = g.getFontMetrics();
            g.setColor(ink.of(Hue.MUTED));
            g.drawString(entry.word(), (float) (x + SQUARE + 5), (HEIGHT + metrics.getAscent() - 3) / 2f);
            x += SQUARE + 5 + metrics.stringWidth(entry.word()) + BETWEEN;
        }
        g.dispose();
    }
}
