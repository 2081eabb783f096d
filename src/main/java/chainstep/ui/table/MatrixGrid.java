package chainstep.ui.table;

import chainstep.math.Format;
import chainstep.math.Tensor;
import chainstep.ui.Settings;
import chainstep.ui.look.Hue;
import chainstep.ui.look.Palette;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import javax.swing.JPanel;
import javax.swing.Scrollable;

/** All numbers of a value on the colours of a heat map; only the part in sight is drawn. */
final class MatrixGrid extends JPanel implements Scrollable {
    private static final long serialVersionUID = 1L;
    static final int PAD = 6;
    /** The most rows whose numbers are written to the same decimals. */
    private static final int TALL = 4_096;

    private transient Dress dress;
    private transient Tensor value = Tensor.scalar(0);
    private transient IntPredicate known = element -> false;
    private int chosen = -1;
    private final transient Map<Integer, List<String>> columns = new HashMap<>();
    private double largest = 1;

    void show(Dress newDress, Tensor newValue, IntPredicate newKnown, int newChosen) {
        dress = newDress;
        known = newKnown;
        chosen = newChosen;
        columns.clear();
        if (value != newValue) {
            value = newValue;
            largest = largest(newValue);
            revalidate();
        }
        setFont(dress.numbers());
        setBackground(dress.palette().get(Hue.GROUND));
        repaint();
    }

    private static double largest(Tensor value) {
        double most = 0;
        for (int element = 0; element < value.size(); element++) {
            double size = Math.abs(value.get(element));
            most = Double.isFinite(size) ? Math.max(most, size) : most;
        }
        return most == 0 ? 1 : most;
    }

    Grid grid() {
        return new Grid(value.shape());
    }

    private int digits() {
        return dress == null ? Settings.USUAL_DIGITS : dress.settings().digits();
    }

    int cellWidth() {
        return getFontMetrics(getFont()).charWidth('0') * (digits() + 7) + PAD;
    }

    int cellHeight() {
        return getFontMetrics(getFont()).getHeight() + PAD;
    }

    /** What it wears; nothing before it was first shown. */
    Optional<Dress> dress() {
        return Optional.ofNullable(dress);
    }

    /** The element at a point; −1 for none. */
    int elementAt(int x, int y) {
        int row = Math.floorDiv(y, cellHeight());
        int column = Math.floorDiv(x, cellWidth());
        boolean inside = row >= 0 && row < grid().rows() && column >= 0 && column < grid().columns();
        return inside ? grid().element(row, column) : -1;
    }

    /** Where an element is drawn. */
    Rectangle place(int element) {
        return new Rectangle(
                grid().column(element) * cellWidth(), grid().row(element) * cellHeight(), cellWidth(), cellHeight());
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(grid().columns() * cellWidth(), grid().rows() * cellHeight());
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        super.paintComponent(graphics);
        if (dress == null) {
            return;
        }
        Graphics2D g = (Graphics2D) graphics.create();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        Rectangle clip = g.getClipBounds();
        int lastRow = Math.min(grid().rows() - 1, (clip.y + clip.height) / cellHeight());
        int lastColumn = Math.min(grid().columns() - 1, (clip.x + clip.width) / cellWidth());
        for (int row = clip.y / cellHeight(); row <= lastRow; row++) {
            for (int column = clip.x / cellWidth(); column <= lastColumn; column++) {
                cell(g, grid().element(row, column));
            }
        }
        if (chosen >= 0) {
            Rectangle place = place(chosen);
            g.setColor(dress.palette().get(Hue.NOW));
            g.setStroke(new BasicStroke(2.5f));
            g.drawRect(place.x, place.y, place.width - 1, place.height - 1);
        }
        g.dispose();
    }

    private void cell(Graphics2D g, int element) {
        Palette palette = dress.palette();
        Rectangle place = place(element);
        boolean there = known.test(element);
        Color ground = there ? palette.heat(value.get(element) / largest) : palette.get(Hue.GROUND);
        g.setColor(ground);
        g.fillRect(place.x, place.y, place.width - 1, place.height - 1);
        g.setColor(there ? on(ground) : palette.get(Hue.MUTED));
        String text = there ? text(element) : "·";
        FontMetrics metrics = g.getFontMetrics();
        g.drawString(
                text, place.x + place.width - PAD - metrics.stringWidth(text), place.y + PAD / 2 + metrics.getAscent());
    }

    /** An element as it is written here: to as many decimals as all of its column, unless that is too long to be looked through. */
    String text(int element) {
        String text = grid().rows() > TALL
                ? Format.significant(value.get(element), digits())
                : columns.computeIfAbsent(grid().column(element), this::column).get(grid().row(element));
        return Format.typographic(text);
    }

    private List<String> column(int column) {
        double[] numbers = IntStream.range(0, grid().rows())
                .map(row -> grid().element(row, column))
                .mapToDouble(element -> known.test(element) ? value.get(element) : Double.NaN)
                .toArray();
        return Format.column(numbers, digits());
    }

    /** All that is known, every number with all its digits: a row a line, a tab between. */
    String copied() {
        Grid cells = grid();
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < cells.rows(); row++) {
            for (int column = 0; column < cells.columns(); column++) {
                int element = cells.element(row, column);
                text.append(column == 0 ? "" : "\t")
                        .append(known.test(element) ? String.valueOf(value.get(element)) : "");
            }
            text.append('\n');
        }
        return text.toString();
    }

    /** Black or white, whichever is easier to read on a colour. */
    private static Color on(Color ground) {
        double light = 0.2126 * linear(ground.getRed())
                + 0.7152 * linear(ground.getGreen())
                + 0.0722 * linear(ground.getBlue());
        return light > 0.179 ? Color.BLACK : Color.WHITE;
    }

    private static double linear(int part) {
        double p = part / 255.0;
        return p <= 0.04045 ? p / 12.92 : StrictMath.pow((p + 0.055) / 1.055, 2.4);
    }

    @Override
    public Dimension getPreferredScrollableViewportSize() {
        return getPreferredSize();
    }

    @Override
    public int getScrollableUnitIncrement(Rectangle sight, int orientation, int direction) {
        return cellHeight();
    }

    @Override
    public int getScrollableBlockIncrement(Rectangle sight, int orientation, int direction) {
        return Math.max(cellHeight(), sight.height - cellHeight());
    }

    @Override
    public boolean getScrollableTracksViewportWidth() {
        return false;
    }

    @Override
    public boolean getScrollableTracksViewportHeight() {
        return false;
    }
}
