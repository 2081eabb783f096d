package chainstep.ui.source;

import chainstep.ui.look.Hue;
import chainstep.ui.look.Look;
import chainstep.ui.look.Palette;
import chainstep.ui.look.Theme;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;

/** Left of the source: line numbers, breakpoints (a click sets or takes one), the line that is now, and what is wrong. */
final class SourceMargin extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final int SIGNS = 18;
    private static final int GAP = 8;

    private final transient SourceText text;
    private transient Palette palette = Palette.of(Theme.LIGHT);
    private transient List<Mark> marks = List.of();
    private transient Map<Integer, Dot> dots = Map.of();
    private int now;
    private Font font = Look.numbers(12);

    /** A breakpoint's sign. */
    record Dot(boolean enabled, boolean conditional, String words) {}

    SourceMargin(SourceText text, IntConsumer toggle) {
        this.text = text;
        setToolTipText("");
        addMouseListener(new MouseAdapter() {
            @Override
            public void mousePressed(MouseEvent event) {
                int line = text.lineAt(event.getY());
                if (SwingUtilities.isLeftMouseButton(event) && line >= 1 && line <= text.getLineCount()) {
                    toggle.accept(line);
                }
            }
        });
    }

    /** @param now the line that is now, or 0 */
    void show(Palette colours, float size, int now, Map<Integer, Dot> dots, List<Mark> marks) {
        this.palette = colours;
        this.font = Look.numbers(size - 1);
        this.now = now;
        this.dots = Map.copyOf(dots);
        this.marks = List.copyOf(marks);
        revalidate();
        repaint();
    }

    @Override
    public Dimension getPreferredSize() {
        int digits = Math.max(2, Integer.toString(text.getLineCount()).length());
        int width = SIGNS + digits * getFontMetrics(font).charWidth('0') + GAP;
        return new Dimension(width, text.getPreferredSize().height);
    }

    @Override
    public String getToolTipText(MouseEvent event) {
        int line = text.lineAt(event.getY());
        return mark(line).map(Mark::words).orElseGet(() -> {
            Dot dot = dots.get(line);
            return dot == null ? null : dot.words();
        });
    }

    private Optional<Mark> mark(int line) {
        return marks.stream().filter(mark -> mark.covers(line)).findFirst();
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = (Graphics2D) graphics.create();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        Rectangle clip = g.getClipBounds();
        g.setColor(palette.get(Hue.GROUND));
        g.fill(clip);
        g.setFont(font);
        int last = Math.min(text.getLineCount(), text.lineAt(clip.y + clip.height));
        for (int line = Math.max(1, text.lineAt(clip.y)); line <= last; line++) {
            paintLine(g, line, text.area(line));
        }
        g.dispose();
    }

    private void paintLine(Graphics2D g, int line, Rectangle area) {
        if (line == now) {
            g.setColor(palette.get(Hue.NOW_GROUND));
            g.fillRect(0, area.y, getWidth(), area.height);
        }
        Optional<Mark> mark = mark(line);
        mark.ifPresent(found -> {
            g.setColor(palette.get(found.wrong() ? Hue.WRONG : Hue.NOW));
            g.fillRect(getWidth() - 3, area.y, 3, area.height);
        });
        FontMetrics metrics = g.getFontMetrics();
        String number = Integer.toString(line);
        boolean wrong = mark.filter(Mark::wrong).isPresent();
        g.setColor(palette.get(wrong ? Hue.WRONG : line == now ? Hue.TEXT : Hue.MUTED));
        int base = area.y + (area.height - metrics.getHeight()) / 2 + metrics.getAscent();
        g.drawString(number, getWidth() - GAP - metrics.stringWidth(number), base);
        int middle = area.y + area.height / 2;
        Dot dot = dots.get(line);
        if (dot != null) {
            paintDot(g, dot, middle);
        }
        if (line == now) {
            paintArrow(g, middle, dot != null);
        }
    }

    private void paintDot(Graphics2D g, Dot dot, int middle) {
        int radius = 5;
        Color colour = palette.get(Hue.BREAKPOINT);
        g.setColor(colour);
        if (dot.enabled()) {
            g.fillOval(4, middle - radius, 2 * radius, 2 * radius);
        } else {
            g.drawOval(4, middle - radius, 2 * radius - 1, 2 * radius - 1);
        }
        if (dot.conditional()) {
            g.setColor(dot.enabled() ? palette.get(Hue.GROUND) : colour);
            g.fillRect(6, middle - 1, 6, 2);
        }
    }

    private void paintArrow(Graphics2D g, int middle, boolean onDot) {
        int left = onDot ? 9 : 5;
        Polygon arrow = new Polygon(
                new int[] {left, left + 9, left, left + 2}, new int[] {middle - 5, middle, middle + 5, middle}, 4);
        if (onDot) {
            g.setColor(palette.get(Hue.NOW_GROUND));
            g.setStroke(new java.awt.BasicStroke(3));
            g.draw(arrow);
        }
        g.setColor(palette.get(Hue.NOW));
        g.fill(arrow);
    }
}
