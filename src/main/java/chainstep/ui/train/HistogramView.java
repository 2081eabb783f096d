package chainstep.ui.train;

import chainstep.math.Format;
import chainstep.ui.derivation.Style;
import chainstep.ui.look.Hue;
import chainstep.ui.look.Painted;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.event.MouseEvent;
import java.util.List;
import java.util.stream.Collectors;
import javax.accessibility.AccessibleRole;
import javax.swing.Scrollable;
import javax.swing.SwingConstants;
import javax.swing.ToolTipManager;

/** Histograms, as many beside each other as there is room for; which numbers a bin holds, and how many, is told under the pointer. */
final class HistogramView extends Painted implements Scrollable {
    private static final int LEAST_WIDTH = 132;
    private static final int EDGE = 12;

    private final Hue hue;
    private transient List<Histogram> all = List.of();
    private transient HistogramPainter painter;
    private transient Style style;

    HistogramView(String name, Hue hue) {
        super(AccessibleRole.PANEL);
        this.hue = hue;
        setName(name);
        setOpaque(true);
        ToolTipManager.sharedInstance().registerComponent(this);
    }

    /** @param told what they are of */
    void show(List<Histogram> next, Style dress, String told) {
        boolean other = next.size() != all.size() || !dress.equals(style);
        all = List.copyOf(next);
        style = dress;
        painter = new HistogramPainter(style, hue);
        getAccessibleContext().setAccessibleName(told);
        getAccessibleContext()
                .setAccessibleDescription(all.stream().map(this::told).collect(Collectors.joining("; ")));
        if (other) {
            revalidate();
        }
        repaint();
    }

    List<Histogram> shown() {
        return all;
    }

    private String told(Histogram one) {
        int fullest = one.fullest();
        return fullest < 0
                ? style.say("train.spread.none", one.name(), one.total())
                : style.say(
                        "train.spread",
                        one.name(),
                        one.total(),
                        number(one.edge(0)),
                        number(one.edge(one.counts().size())),
                        number(one.edge(fullest)),
                        number(one.edge(fullest + 1)));
    }

    static String number(double value) {
        return Format.typographic(Format.significant(value, 4));
    }

    private int across(int width) {
        return Math.max(1, Math.min(all.size(), (width - EDGE) / (LEAST_WIDTH + EDGE)));
    }

    private Rectangle cell(int place) {
        int across = across(getWidth());
        int width = (getWidth() - EDGE) / across - EDGE;
        int height = painter.height();
        return new Rectangle(
                EDGE + place % across * (width + EDGE), EDGE / 2 + place / across * (height + EDGE), width, height);
    }

    @Override
    public String getToolTipText(MouseEvent event) {
        for (int k = 0; k < all.size(); k++) {
            Histogram one = all.get(k);
            int bin = painter.bin(one, cell(k), event.getPoint());
            if (bin >= 0) {
                return style.say(
                        "train.spread.bin",
                        one.name(),
                        one.counts().get(bin),
                        one.total(),
                        number(one.edge(bin)),
                        number(one.edge(bin + 1)));
            }
        }
        return null;
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D pen = (Graphics2D) graphics.create();
        pen.setColor(style == null ? Color.WHITE : style.colour(Hue.GROUND));
        pen.fillRect(0, 0, getWidth(), getHeight());
        for (int k = 0; k < all.size(); k++) {
            painter.paint(pen, all.get(k), cell(k));
        }
        if (all.isEmpty() && style != null) {
            HistogramPainter.words(pen, style, style.say("train.spread.empty"), EDGE, 2 * EDGE);
        }
        pen.dispose();
    }

    @Override
    public Dimension getPreferredSize() {
        int width = getParent() == null || getParent().getWidth() == 0
                ? 300
                : getParent().getWidth();
        int rows = all.isEmpty() ? 1 : (all.size() + across(width) - 1) / across(width);
        return new Dimension(width, EDGE + rows * ((painter == null ? 0 : painter.height()) + EDGE));
    }

    @Override
    public Dimension getPreferredScrollableViewportSize() {
        return new Dimension(300, 180);
    }

    @Override
    public int getScrollableUnitIncrement(Rectangle visible, int orientation, int direction) {
        return orientation == SwingConstants.VERTICAL ? 20 : 1;
    }

    @Override
    public int getScrollableBlockIncrement(Rectangle visible, int orientation, int direction) {
        return visible.height;
    }

    @Override
    public boolean getScrollableTracksViewportWidth() {
        return true;
    }

    @Override
    public boolean getScrollableTracksViewportHeight() {
        return getParent() != null && getParent().getHeight() > getPreferredSize().height;
    }
}
