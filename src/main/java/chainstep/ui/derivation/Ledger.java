package chainstep.ui.derivation;

import chainstep.ui.formula.Drawn;
import chainstep.ui.formula.Wrapping;
import chainstep.ui.look.Hue;
import chainstep.ui.look.Painted;
import java.awt.Cursor;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.accessibility.AccessibleRole;

/**
 * A table of a ledger: a head, rows, and the sum on the ground of what is now; numbers stand under each other at the right.
 *
 * <p>A row that has a number behind it is picked by a click, or with the focus by Up, Down and Enter.
 */
final class Ledger extends Painted implements Wrapping {
    private static final int LEAST_GAP = 6;
    private static final int ASIDE = 6;

    /**
     * A column.
     *
     * @param head empty or a word
     * @param isNumber whether its cells stand at the right
     * @param optional left out first, where there is no room
     */
    record Column(Drawn head, boolean isNumber, boolean optional) {}

    private final Style style;
    private final List<Column> columns;
    private final List<List<Drawn>> rows = new ArrayList<>();
    private final List<Runnable> picks = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private int lead;
    private boolean taking;

    Ledger(Style style, List<Column> columns) {
        super(AccessibleRole.TABLE);
        this.style = style;
        this.columns = List.copyOf(columns);
        setFocusable(true);
        Keyboard.onFocus(this, () -> {
            taking &= isFocusOwner();
            repaint();
        });
        Keyboard.on(this, "UP", () -> lead(lead - 1));
        Keyboard.on(this, "DOWN", () -> lead(lead + 1));
        Keyboard.on(this, "ENTER", () -> pick(lead));
        setCursor(Cursor.getPredefinedCursor(Cursor.HAND_CURSOR));
        addMouseListener(new MouseAdapter() {
            @Override
            public void mousePressed(MouseEvent event) {
                take();
                pick((int) (event.getY() / pitch()) - 1);
            }
        });
    }

    /** Asks for the keyboard, which comes a little later. */
    void take() {
        taking = true;
        requestFocusInWindow();
    }

    /** Whether the keyboard is here, or on its way. */
    boolean takes() {
        return taking || isFocusOwner();
    }

    private void lead(int row) {
        lead = Math.max(0, Math.min(row, rows.size() - 1));
        repaint();
    }

    private void pick(int row) {
        if (row >= 0 && row < rows.size()) {
            lead(row);
            picks.get(row).run();
        }
    }

    /** Where a row is drawn. */
    Rectangle place(int row) {
        return new Rectangle(0, (int) (pitch() * (row + 1)), getWidth(), (int) pitch());
    }

    /** Adds a row, the last one being the sum; what it does when it is picked. */
    void row(List<Drawn> cells, String plain, Runnable picked) {
        rows.add(List.copyOf(cells));
        picks.add(picked);
        text.append(text.isEmpty() ? "" : "\n").append(plain);
        getAccessibleContext().setAccessibleName(text.toString());
    }

    String text() {
        return text.toString();
    }

    private double width(int column) {
        double cells =
                rows.stream().mapToDouble(row -> row.get(column).width()).max().orElse(0);
        return Math.max(cells, columns.get(column).head().width());
    }

    private double pitch() {
        return style.numbers().getSize2D() * (style.settings().projector() ? 1.7 : 2);
    }

    @Override
    public int heightFor(int width) {
        return (int) Math.ceil(pitch() * (rows.size() + 1)) + 1;
    }

    @Override
    public Dimension getPreferredSize() {
        double all = IntStream.range(0, columns.size())
                .mapToDouble(c -> width(c) + LEAST_GAP)
                .sum();
        return new Dimension((int) all + 2 * ASIDE, heightFor(0));
    }

    /** The columns there is room for. */
    private List<Integer> shown(double room) {
        List<Integer> shown =
                new ArrayList<>(IntStream.range(0, columns.size()).boxed().toList());
        for (int c = columns.size() - 1; c >= 0; c--) {
            if (columns.get(c).optional() && needed(shown) > room) {
                shown.remove(Integer.valueOf(c));
            }
        }
        return shown;
    }

    private double needed(List<Integer> shown) {
        return shown.stream().mapToDouble(c -> width(c) + 2 * LEAST_GAP).sum();
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D pen = (Graphics2D) graphics.create();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        double room = getWidth() - 2.0 * ASIDE;
        List<Integer> shown = shown(room);
        double pitch = pitch();
        double bottom = pitch * (rows.size() + 1);
        pen.setColor(style.colour(Hue.NOW_GROUND));
        pen.fillRect(0, (int) (bottom - pitch), getWidth(), (int) Math.ceil(pitch));
        for (int r = 0; r <= rows.size(); r++) {
            pen.setColor(style.colour(Hue.LINE));
            pen.fillRect(0, (int) (pitch * r + pitch) - 1, getWidth(), r < rows.size() ? 1 : 0);
        }
        if (isFocusOwner()) {
            Rectangle ring = place(lead);
            pen.setColor(style.colour(Hue.VALUE));
            pen.drawRect(0, ring.y, getWidth() - 1, ring.height - 1);
        }
        double fixed = shown.stream()
                .mapToDouble(c -> width(c) + (columns.get(c).optional() ? 2 * LEAST_GAP : 0))
                .sum();
        long free = shown.stream().filter(c -> !columns.get(c).optional()).count() - 1;
        double scale = Math.min(1, room / (fixed + LEAST_GAP * free));
        double gap = Math.max(LEAST_GAP * scale, (room - fixed * scale) / Math.max(1, free));
        double x = ASIDE;
        for (int c : shown) {
            column(pen, c, x, scale);
            x += width(c) * scale + (columns.get(c).optional() ? 2 * LEAST_GAP * scale : gap);
        }
        pen.dispose();
    }

    /** @param scale below 1 where the columns would not fit otherwise */
    private void column(Graphics2D pen, int column, double x, double scale) {
        double pitch = pitch();
        for (int r = 0; r <= rows.size(); r++) {
            Drawn cell = r == 0 ? columns.get(column).head() : rows.get(r - 1).get(column);
            double left = columns.get(column).isNumber() ? x + (width(column) - cell.width()) * scale : x;
            double baseline = pitch * r + pitch / 2 + (cell.ascent() - cell.descent()) * scale / 2;
            Graphics2D own = (Graphics2D) pen.create();
            own.translate(left, baseline);
            own.scale(scale, scale);
            cell.paint(own, 0, 0);
            own.dispose();
        }
    }
}
