package chainstep.ui.table;

import chainstep.math.Format;
import chainstep.ui.Past;
import chainstep.ui.look.Hue;
import chainstep.ui.look.Palette;
import java.awt.BasicStroke;
import java.awt.Component;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.util.List;
import javax.swing.JPanel;
import javax.swing.JTable;
import javax.swing.table.TableCellRenderer;

/** Draws one watch or breakpoint: a dot, its text, its state, and a cross that takes it away. */
final class StopCell extends JPanel implements TableCellRenderer {
    private static final long serialVersionUID = 1L;
    static final int DOT = 22;
    static final int CROSS = 22;

    /** How wide the past is drawn. */
    private static final int SPARK = 56;

    private static final int GAP = 10;
    /** The past is drawn in rows from this width on. */
    private static final int WIDE = 160;

    private transient Dress dress;
    private transient StopRow row;
    private boolean lead;

    void wear(Dress newDress) {
        this.dress = newDress;
    }

    @Override
    public Component getTableCellRendererComponent(
            JTable table, Object value, boolean selected, boolean focused, int at, int column) {
        row = (StopRow) value;
        lead = selected && table.isFocusOwner();
        String said = row.text() + "   " + row.state()
                + row.past().map(past -> "   " + words(past)).orElse("");
        setToolTipText(row.isBreakpoint() ? said : said + " · " + dress.say("watches.history.hint"));
        getAccessibleContext().setAccessibleName(said);
        return this;
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = (Graphics2D) graphics.create();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        Palette palette = dress.palette();
        g.setColor(palette.get(Hue.GROUND));
        g.fillRect(0, 0, getWidth(), getHeight());
        g.setColor(palette.get(Hue.LINE));
        g.drawLine(0, getHeight() - 1, getWidth(), getHeight() - 1);
        int middle = getHeight() / 2;
        if (row.isBreakpoint()) {
            g.setColor(palette.get(Hue.BREAKPOINT));
            if (row.enabled()) {
                g.fillOval(8, middle - 4, 8, 8);
            } else {
                g.drawOval(8, middle - 4, 7, 7);
            }
        }
        g.setColor(palette.get(Hue.MUTED));
        int cross = getWidth() - CROSS / 2;
        g.drawLine(cross - 3, middle - 3, cross + 3, middle + 3);
        g.drawLine(cross - 3, middle + 3, cross + 3, middle - 3);
        texts(g, palette);
        if (lead) {
            g.setColor(palette.get(Hue.VALUE));
            g.drawRect(0, 0, getWidth() - 1, getHeight() - 2);
        }
        g.dispose();
    }

    private void texts(Graphics2D g, Palette palette) {
        g.setFont(row.strong() && !row.isBreakpoint() ? dress.numbers() : dress.words());
        FontMetrics states = g.getFontMetrics();
        int base = (getHeight() - states.getHeight()) / 2 + states.getAscent();
        int right = getWidth() - CROSS - 6;
        int width = Math.min(states.stringWidth(row.state()), getWidth() / 2);
        g.setColor(palette.get(!row.strong() ? Hue.MUTED : row.isBreakpoint() ? Hue.NOW : Hue.TEXT));
        draw(g, row.state(), right - width, base, width);
        int left = row.isBreakpoint() ? DOT : 8;
        g.setFont(dress.numbers());
        int spark = row.past().isPresent() && getWidth() >= WIDE ? SPARK : 0;
        if (spark > 0) {
            row.past().ifPresent(past -> spark(g, palette, past, right - width - GAP - SPARK));
        }
        g.setColor(palette.get(row.enabled() ? Hue.TEXT : Hue.MUTED));
        draw(g, row.text(), left, base, right - width - left - GAP - (spark > 0 ? spark + GAP : 0));
    }

    /** The past as a small plot. */
    private void spark(Graphics2D g, Palette palette, Past past, int x) {
        g.setColor(palette.get(Hue.TEXT));
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setStroke(new BasicStroke(1.2f));
        g.draw(Curve.of(past.lines()).in(x, 5, SPARK, getHeight() - 11.0));
        g.setStroke(new BasicStroke());
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_DEFAULT);
    }

    /** The past in words: how the first number of it went. */
    private String words(Past past) {
        List<Double> first = past.lines().get(0);
        return dress.say(
                "watches.past", past.from(), past.to(), number(first.get(0)), number(first.get(first.size() - 1)));
    }

    private String number(double value) {
        return Format.typographic(Format.significant(value, dress.settings().digits()));
    }

    /** Draws a text, cut where there is no room for all of it. */
    private static void draw(Graphics2D g, String text, int x, int y, int room) {
        g.drawString(Dress.cut(text, g.getFontMetrics(), room), x, y);
    }
}
