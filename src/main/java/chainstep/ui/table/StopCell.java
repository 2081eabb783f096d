package chainstep.ui.table;

import chainstep.ui.look.Hue;
import chainstep.ui.look.Palette;
import java.awt.Component;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import javax.swing.JPanel;
import javax.swing.JTable;
import javax.swing.table.TableCellRenderer;

/** Draws one watch or breakpoint: a dot, its text, its state, and a cross that takes it away. */
final class StopCell extends JPanel implements TableCellRenderer {
    private static final long serialVersionUID = 1L;
    static final int DOT = 22;
    static final int CROSS = 22;

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
        setToolTipText(row.text() + "   " + row.state());
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
        g.setColor(palette.get(row.enabled() ? Hue.TEXT : Hue.MUTED));
        draw(g, row.text(), left, base, right - width - left - 10);
    }

    /** Draws a text, cut where there is no room for all of it. */
    private static void draw(Graphics2D g, String text, int x, int y, int room) {
        g.drawString(Dress.cut(text, g.getFontMetrics(), room), x, y);
    }
}
