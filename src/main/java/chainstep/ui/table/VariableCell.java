package chainstep.ui.table;

import chainstep.ui.Picked;
import chainstep.ui.look.Hue;
import chainstep.ui.look.Palette;
import java.awt.Color;
import java.awt.Component;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.util.Optional;
import java.util.OptionalInt;
import javax.swing.JPanel;
import javax.swing.JTable;
import javax.swing.table.TableCellRenderer;

/** Draws one cell of the variables: a name, a shape, or numbers. */
final class VariableCell extends JPanel implements TableCellRenderer {
    private static final long serialVersionUID = 1L;
    private static final int INSET = 8;
    private static final int BRACKET = 8;
    private static final int PAD = 4;
    static final int NAME = 0;
    static final int SHAPE = 1;
    static final int VALUE = 2;
    static final int GRADIENT = 3;

    private transient Dress dress;
    private transient Optional<Picked> focus = Optional.empty();
    private transient Variable variable;
    private int column;
    private boolean pale;
    private boolean now;
    private boolean lead;

    /** @param newPale whether the numbers are those of a text that is no more */
    void wear(Dress newDress, Optional<Picked> newFocus, boolean newPale) {
        this.pale = newPale;
        this.dress = newDress;
        this.focus = newFocus;
    }

    @Override
    public Component getTableCellRendererComponent(
            JTable table, Object value, boolean selected, boolean focused, int row, int tableColumn) {
        variable = (Variable) value;
        column = tableColumn;
        now = focus.filter(variable::isAbout).isPresent();
        lead = focused && table.isFocusOwner();
        setToolTipText(
                tableColumn < VALUE
                        ? variable.node().name() + "  " + variable.grid().text()
                        : variable.line(tableColumn == GRADIENT).orElse(null));
        setSize(table.getColumnModel().getColumn(tableColumn).getWidth(), table.getRowHeight(row));
        return this;
    }

    /** How wide the names or the shapes are, within reason. */
    int width(Rows<Variable> of, int textColumn, int most) {
        FontMetrics metrics = getFontMetrics(dress.numbers().deriveFont(Font.BOLD));
        int widest = getFontMetrics(dress.words()).stringWidth(of.getColumnName(textColumn));
        for (int row = 0; row < of.getRowCount(); row++) {
            widest = Math.max(widest, metrics.stringWidth(text(of.at(row), textColumn)));
        }
        return Math.min(widest + INSET + PAD, Math.max(46, most));
    }

    private static String text(Variable of, int textColumn) {
        return textColumn == NAME ? of.node().name() : of.grid().text();
    }

    /** How high a row must be for its numbers. */
    int height(Variable of, int width) {
        FontMetrics metrics = getFontMetrics(dress.numbers());
        int most = 1;
        for (boolean gradient : new boolean[] {false, true}) {
            OptionalInt shown = of.shown(gradient);
            if (shown.isPresent() && !of.isUnknown(shown.getAsInt())) {
                most = Math.max(
                        most,
                        corners(of, shown.getAsInt(), metrics, width).rows().size());
            }
        }
        return most * CornersPainter.rowHeight(metrics) + 2 * PAD;
    }

    /** As many digits as fit, then as many columns. */
    private static Corners corners(Variable of, int shown, FontMetrics metrics, int width) {
        int room = width - INSET - 2 * BRACKET;
        for (int digits : new int[] {Corners.ALL, 4, 3, 2}) {
            Corners all = of.corners(shown, Corners.MOST, digits);
            if (CornersPainter.width(all, metrics) <= room) {
                return all;
            }
        }
        Corners few = of.corners(shown, Corners.MOST, 3);
        int columns =
                (room - CornersPainter.restWidth(metrics)) / Math.max(1, CornersPainter.columnWidth(few, metrics));
        return of.corners(shown, columns, 3);
    }

    private CornersPainter painter(Variable of, int shown, int width, int height) {
        FontMetrics metrics = getFontMetrics(dress.numbers());
        Corners corners = corners(of, shown, metrics, width);
        int lines = corners.rows().size() * CornersPainter.rowHeight(metrics);
        int left = INSET + (corners.grid().shape().isScalar() ? 0 : BRACKET);
        return new CornersPainter(corners, metrics, left, (height - lines) / 2);
    }

    /** The element of a value or gradient at a point of its cell; −1 for none. */
    int elementAt(Variable of, boolean gradient, int width, int height, int x, int y) {
        OptionalInt shown = of.shown(gradient);
        return shown.isEmpty() || of.isUnknown(shown.getAsInt())
                ? -1
                : painter(of, shown.getAsInt(), width, height).elementAt(x, y);
    }

    /** Where an element is drawn in its cell. */
    Rectangle place(Variable of, boolean gradient, int width, int height, int element) {
        return painter(of, of.shown(gradient).orElseThrow(), width, height).place(element);
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = (Graphics2D) graphics.create();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        Palette palette = dress.palette();
        g.setColor(palette.get(now ? Hue.NOW_GROUND : Hue.GROUND));
        g.fillRect(0, 0, getWidth(), getHeight());
        g.setColor(palette.get(Hue.LINE));
        g.drawLine(0, getHeight() - 1, getWidth(), getHeight() - 1);
        g.setFont(dress.numbers());
        if (column == NAME) {
            text(g, text(variable, NAME), now ? Font.BOLD : Font.PLAIN, palette.get(Hue.TEXT));
        } else if (column == SHAPE) {
            text(g, text(variable, SHAPE), Font.PLAIN, palette.get(Hue.MUTED));
        } else {
            numbers(g, palette, column == GRADIENT);
        }
        if (pale) {
            g.setColor(palette.veil(Hue.GROUND));
            g.fillRect(0, 0, getWidth(), getHeight());
        }
        if (lead) {
            g.setColor(palette.get(Hue.VALUE));
            g.drawRect(0, 0, getWidth() - 1, getHeight() - 2);
        }
        g.dispose();
    }

    private void text(Graphics2D g, String text, int style, Color ink) {
        g.setFont(g.getFont().deriveFont(style));
        g.setColor(ink);
        FontMetrics metrics = g.getFontMetrics();
        g.drawString(
                Dress.cut(text, metrics, getWidth() - INSET),
                INSET,
                (getHeight() - metrics.getHeight()) / 2 + metrics.getAscent());
    }

    private void numbers(Graphics2D g, Palette palette, boolean gradient) {
        OptionalInt shown = variable.shown(gradient);
        if (shown.isEmpty()) {
            return;
        }
        int node = shown.getAsInt();
        if (variable.isUnknown(node)) {
            g.setFont(dress.words());
            text(g, dress.say("table.notyet"), Font.PLAIN, palette.get(Hue.MUTED));
            return;
        }
        int chosen = focus.filter(picked -> picked.node() == node)
                .map(Picked::element)
                .orElse(-1);
        painter(variable, node, getWidth(), getHeight())
                .paint(
                        g,
                        palette.get(gradient ? Hue.GRADIENT : Hue.VALUE),
                        palette.get(Hue.WRONG),
                        palette.get(Hue.EDGE),
                        chosen,
                        palette.get(Hue.NOW));
    }
}
