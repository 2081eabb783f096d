package chainstep.ui.homework;

import chainstep.ui.derivation.Style;
import chainstep.ui.formula.Wrapping;
import chainstep.ui.look.Hue;
import chainstep.ui.look.Letters;
import chainstep.ui.look.Painted;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.util.stream.Collectors;
import javax.accessibility.AccessibleRole;

/** Draws the ways from a number to the loss: those taken in green, those left out in red and dashed. */
final class PathsView extends Painted implements Wrapping {
    private static final int ARC = 10;

    private final transient Ways ways;
    private final transient Style style;

    PathsView(Ways ways, Style style) {
        super(AccessibleRole.ICON);
        this.ways = ways;
        this.style = style;
        getAccessibleContext()
                .setAccessibleName(ways.all().stream()
                        .map(way -> ways.start() + " → " + way.through() + " → " + ways.end()
                                + (way.missing() ? " (" + style.say("homework.paths.missing") + ")" : ""))
                        .collect(Collectors.joining("; ")));
    }

    private int box() {
        return style.numbers().getSize() + 18;
    }

    private int stride() {
        return box() + (ways.all().size() > 3 ? 14 : 52);
    }

    @Override
    public int heightFor(int width) {
        return stride() * (ways.all().size() - 1) + box() + 8;
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(300, heightFor(300));
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D pen = (Graphics2D) graphics.create();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        FontMetrics metrics = getFontMetrics(font(ways.start() + ways.end()));
        int wide = ways.all().stream()
                .mapToInt(way -> metrics.stringWidth(way.through()))
                .max()
                .orElse(0);
        wide = Math.max(wide, Math.max(metrics.stringWidth(ways.start()), metrics.stringWidth(ways.end()))) + 32;
        int left = 4;
        int right = Math.max(left + 2 * wide + 40, getWidth() - wide - 4);
        int middle = (left + right) / 2;
        int centre = (getHeight() - box()) / 2;
        for (int k = 0; k < ways.all().size(); k++) {
            Ways.Way way = ways.all().get(k);
            int y = 4 + k * stride();
            edges(pen, way, new int[] {left + wide, middle, middle + wide, right}, centre + box() / 2, y + box() / 2);
            box(
                    pen,
                    way.through(),
                    middle,
                    y,
                    wide,
                    style.colour(way.missing() ? Hue.WRONG : Hue.RIGHT),
                    way.missing());
        }
        box(pen, ways.start(), left, centre, wide, style.colour(Hue.NOW), false);
        box(pen, ways.end(), right, centre, wide, style.colour(Hue.GRADIENT), false);
        pen.dispose();
    }

    private Font font(String text) {
        return Letters.fit(text, style.numbers());
    }

    private static BasicStroke stroke(boolean dashed) {
        return dashed
                ? new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {5, 4}, 0)
                : new BasicStroke(2);
    }

    private void edges(Graphics2D pen, Ways.Way way, int[] x, int ends, int middle) {
        Color colour = style.colour(way.missing() ? Hue.WRONG : Hue.RIGHT);
        pen.setColor(colour);
        pen.setStroke(stroke(way.missing()));
        pen.drawLine(x[0], ends, x[1], middle);
        pen.drawLine(x[2], middle, x[3], ends);
        pen.setFont(font(way.local()));
        int half = (ends + middle) / 2;
        boolean above = middle <= ends;
        int words = pen.getFontMetrics().stringWidth(way.local());
        int base = above ? half - 8 : half + pen.getFontMetrics().getAscent() + 6;
        pen.drawString(way.local(), (x[0] + x[1]) / 2 - words / 2 - 6, base);
    }

    private void box(Graphics2D pen, String text, int x, int y, int wide, Color edge, boolean dashed) {
        boolean start = text.equals(ways.start());
        pen.setColor(style.colour(start ? Hue.NOW_GROUND : Hue.GROUND));
        pen.fillRoundRect(x, y, wide, box(), ARC, ARC);
        pen.setColor(edge);
        pen.setStroke(stroke(dashed));
        pen.drawRoundRect(x, y, wide, box(), ARC, ARC);
        pen.setFont(font(text));
        pen.setColor(style.colour(Hue.TEXT));
        FontMetrics metrics = pen.getFontMetrics();
        int base = y + (box() + metrics.getAscent() - metrics.getDescent()) / 2;
        pen.drawString(text, x + (wide - metrics.stringWidth(text)) / 2, base);
    }
}
