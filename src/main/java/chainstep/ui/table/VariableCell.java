package chainstep.ui.table;

import chainstep.run.Trace;
import chainstep.ui.DebugScene;
import chainstep.ui.Picked;
import chainstep.ui.Sitting;
import chainstep.ui.look.Hue;
import chainstep.ui.look.Palette;
import java.awt.Color;
import java.awt.Component;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.swing.JPanel;
import javax.swing.JTable;
import javax.swing.table.TableCellRenderer;

/** Draws one cell of the variables: a name, a shape, or numbers. */
final class VariableCell extends JPanel implements TableCellRenderer {
    private static final long serialVersionUID = 1L;
    private static final int INSET = RowLayout.INSET;
    private static final int PAD = RowLayout.PAD;
    /** So many characters are the least room for numbers that leaves a column to the shapes. */
    private static final int LEAST = 20;

    /** How wide the mark of a trouble is. */
    private static final int MARK = 3;

    /** Behind a name whose value after the update is shown, where there is room. */
    private static final String UPDATED = "←";

    static final int NAME = 0;
    static final int SHAPE = 1;
    static final int VALUE = 2;
    static final int GRADIENT = 3;

    private final transient Needs needs = new Needs();
    private transient Dress dress;
    private transient Optional<Picked> now = Optional.empty();
    private transient Optional<Picked> picked = Optional.empty();
    private transient Optional<Picked> notFinite = Optional.empty();
    private final transient Map<Integer, Laid> laid = new HashMap<>();
    private transient ColumnPlan plan = new ColumnPlan(0, 0, 0, 0);
    private transient Variable variable;
    private int row;
    private int column;
    private boolean pale;
    private boolean lead;

    /** Shows the numbers of a scene; pale where they are those of a text that is no more. */
    void wear(Dress newDress, DebugScene scene) {
        if (dress == null || !dress.equals(newDress)) {
            needs.forget();
            laid.clear();
        }
        dress = newDress;
        now = scene.now();
        picked = scene.picked();
        notFinite = scene.sitting().flatMap(Sitting::notFinite).map(first -> new Picked(first.node(), first.element()));
        pale = scene.sitting().filter(Sitting::stale).isPresent();
    }

    /** Shares a width among the columns; it knows the numbers of these rows from now on. */
    ColumnPlan plan(Rows<Variable> rows, int width) {
        FontMetrics metrics = getFontMetrics(dress.numbers());
        needs.see(rows.all(), of -> RowLayout.need(of, metrics));
        int least = LEAST * metrics.charWidth('0');
        int head = head(rows.getColumnName(GRADIENT));
        int name = width(rows, NAME, width / 4);
        int shape = width(rows, SHAPE, width * 2 / 5);
        plan = ColumnPlan.of(width, name, shape, least, head, needs.all());
        if (plan.shape() == 0 && shape > name) {
            // shapes stand below the names then
            plan = ColumnPlan.of(width, Math.min(shape, width / 3), 0, least, head, needs.all());
        }
        return plan;
    }

    @Override
    public Component getTableCellRendererComponent(
            JTable table, Object value, boolean selected, boolean focused, int newRow, int tableColumn) {
        variable = (Variable) value;
        row = newRow;
        column = tableColumn;
        lead = focused && table.isFocusOwner();
        setToolTipText(
                tableColumn >= VALUE
                        ? variable.line(tableColumn == GRADIENT).orElse(null)
                        : isTrouble()
                                ? dress.say("table.notfinite", variable.name())
                                : variable.name() + "  " + variable.grid().text());
        setSize(table.getColumnModel().getColumn(tableColumn).getWidth(), table.getRowHeight(row));
        return this;
    }

    private int head(String text) {
        return getFontMetrics(dress.words()).stringWidth(text) + INSET + PAD;
    }

    /** How wide the names or the shapes are, within reason. */
    private int width(Rows<Variable> of, int textColumn, int most) {
        FontMetrics metrics = getFontMetrics(dress.numbers().deriveFont(Font.BOLD));
        int widest = head(of.getColumnName(textColumn)) - INSET - PAD;
        for (int each = 0; each < of.getRowCount(); each++) {
            widest = Math.max(widest, metrics.stringWidth(text(of.at(each), textColumn)));
        }
        return Math.min(widest + INSET + PAD, Math.max(46, most));
    }

    private static String text(Variable of, int textColumn) {
        return textColumn == NAME ? of.name() : of.grid().text();
    }

    /** Where the numbers of a row are; most rows are as they were a step before. */
    RowLayout layout(Variable of, int at) {
        Laid.Ask ask = new Laid.Ask(
                of.state().trace(),
                of.shown(false).orElseThrow(),
                known(of, false),
                known(of, true),
                of.isInPart(),
                of.digits(),
                needs.of(at),
                plan);
        Laid before = laid.get(at);
        if (before == null || ask.part() || !before.ask().equals(ask)) {
            before = new Laid(ask, RowLayout.of(of, needs.of(at), plan, getFontMetrics(dress.numbers())));
            laid.put(at, before);
        }
        return before.layout();
    }

    private static boolean known(Variable of, boolean gradient) {
        return of.shown(gradient).stream().anyMatch(of.state()::knows);
    }

    /** Where the numbers of a row were found to be, and what that hangs on. */
    private record Laid(Ask ask, RowLayout layout) {
        record Ask(
                Trace trace,
                int node,
                boolean value,
                boolean gradient,
                boolean part,
                int digits,
                Need need,
                ColumnPlan plan) {}
    }

    private boolean isAbout(Optional<Picked> focus) {
        return focus.filter(variable::isAbout).isPresent();
    }

    private boolean isTrouble() {
        return notFinite.filter(variable::isAbout).isPresent();
    }

    /** Amber is what is now; what is picked otherwise is pale blue, as its line in the source. */
    private Hue ground() {
        return isAbout(now) ? Hue.NOW_GROUND : isAbout(picked) ? Hue.VALUE_GROUND : Hue.GROUND;
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = (Graphics2D) graphics.create();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        Palette palette = dress.palette();
        g.setColor(palette.get(ground()));
        g.fillRect(0, 0, getWidth(), getHeight());
        g.setColor(palette.get(Hue.LINE));
        g.drawLine(0, getHeight() - 1, getWidth(), getHeight() - 1);
        g.setFont(dress.numbers());
        if (column == NAME) {
            name(g, palette);
            if (variable.isUpdated()) {
                arrow(g, palette);
            }
            if (isTrouble()) {
                point(g, palette);
            }
        } else if (column == SHAPE) {
            text(g, text(variable, SHAPE), Font.PLAIN, palette.get(Hue.MUTED));
        } else {
            numbers(g, palette);
        }
        if (pale) {
            g.setColor(palette.veil(Hue.GROUND));
            g.fillRect(0, 0, getWidth(), getHeight());
        }
        if (lead) {
            g.setColor(palette.get(Hue.VALUE));
            ring(g);
        }
        g.dispose();
    }

    /** Where the keyboard is; open to the other column where numbers reach over both. */
    private void ring(Graphics2D g) {
        int right = getWidth() - 1;
        int bottom = getHeight() - 2;
        boolean joined = column > SHAPE && layout(variable, row).isStacked();
        g.drawLine(0, 0, right, 0);
        g.drawLine(0, bottom, right, bottom);
        if (!joined || column != GRADIENT) {
            g.drawLine(0, 0, 0, bottom);
        }
        if (!joined || column == GRADIENT) {
            g.drawLine(right, 0, right, bottom);
        }
    }

    /** Points at where the first number that is not finite came up. */
    private void point(Graphics2D g, Palette palette) {
        g.setColor(palette.get(Hue.WRONG));
        g.fillRect(0, 0, MARK, getHeight() - 1);
        g.setFont(dress.numbers().deriveFont(Font.BOLD));
        g.drawString(
                "!",
                getWidth() - g.getFontMetrics().charWidth('!') - 1,
                g.getFontMetrics().getAscent() + 1);
    }

    /** The name; where the shapes have no column, the shape below it. */
    private void name(Graphics2D g, Palette palette) {
        int style = ground() == Hue.GROUND ? Font.PLAIN : Font.BOLD;
        int line = CornersPainter.rowHeight(g.getFontMetrics());
        if (plan.shape() > 0
                || getHeight() < 2 * line
                || variable.grid().shape().isScalar()) {
            text(g, text(variable, NAME), style, palette.get(Hue.TEXT));
            return;
        }
        g.translate(0, -line / 2);
        text(g, text(variable, NAME), style, palette.get(Hue.TEXT));
        g.translate(0, line);
        text(g, text(variable, SHAPE), Font.PLAIN, palette.get(Hue.MUTED));
        g.translate(0, line / 2 - line);
    }

    private void arrow(Graphics2D g, Palette palette) {
        FontMetrics metrics = g.getFontMetrics(dress.numbers());
        int x = getWidth() - metrics.stringWidth(UPDATED) - 1;
        if (INSET + metrics.stringWidth(variable.name()) < x) {
            g.setFont(dress.numbers());
            g.setColor(palette.get(Hue.UPDATE));
            g.drawString(UPDATED, x, (getHeight() - metrics.getHeight()) / 2 + metrics.getAscent());
        }
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

    /** Both columns draw the same picture, each its part. */
    private void numbers(Graphics2D g, Palette palette) {
        RowLayout layout = layout(variable, row);
        int shift = column == GRADIENT ? -plan.value() : 0;
        g.translate(shift, 0);
        for (RowLayout.Side side : layout.sides()) {
            if (side.isGradient() && layout.isStacked()) {
                g.setColor(palette.get(Hue.GRADIENT));
                g.drawString(
                        RowLayout.SIGN, INSET, side.y() + g.getFontMetrics().getAscent() + 1);
            }
            if (side.numbers().isEmpty()) {
                notYet(g, side, palette);
            } else {
                paint(g, side, palette);
            }
        }
        g.translate(-shift, 0);
    }

    private void notYet(Graphics2D g, RowLayout.Side side, Palette palette) {
        Font numbers = g.getFont();
        g.setFont(dress.words());
        g.setColor(palette.get(Hue.MUTED));
        g.drawString(
                dress.say("table.notyet"),
                side.x(),
                side.y() + g.getFontMetrics().getAscent() + 1);
        g.setFont(numbers);
    }

    private void paint(Graphics2D g, RowLayout.Side side, Palette palette) {
        boolean isPicked = picked.filter(each -> each.node() == side.node()).isPresent();
        int chosen = (isPicked ? picked : now)
                .filter(each -> each.node() == side.node())
                .map(Picked::element)
                .orElse(-1);
        side.numbers()
                .orElseThrow()
                .paint(
                        g,
                        palette.get(side.isGradient() ? Hue.GRADIENT : variable.isUpdated() ? Hue.UPDATE : Hue.VALUE),
                        palette.get(Hue.WRONG),
                        palette.get(Hue.EDGE),
                        chosen,
                        palette.get(isPicked ? Hue.VALUE : Hue.NOW));
    }
}
