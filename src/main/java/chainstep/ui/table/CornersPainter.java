package chainstep.ui.table;

import chainstep.math.Format;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Rectangle;

/**
 * Draws corners between brackets, numbers aligned on the point; knows which element is where.
 *
 * @param x where the first column begins
 * @param y where the first row begins
 */
record CornersPainter(Corners corners, FontMetrics metrics, int x, int y) {
    private static final int GAP = 9;
    private static final int LEAD = 3;

    static int rowHeight(FontMetrics metrics) {
        return metrics.getHeight() + LEAD;
    }

    /** How wide a column of numbers is, their points below each other. */
    static int columnWidth(Corners corners, FontMetrics metrics) {
        return before(corners, metrics) + behind(corners, metrics) + GAP;
    }

    /** How far numbers reach before their points. */
    private static int before(Corners corners, FontMetrics metrics) {
        return corners.texts().stream()
                .mapToInt(text -> metrics.stringWidth(text.substring(0, point(text))))
                .max()
                .orElse(0);
    }

    /** How far numbers reach from their points on. */
    private static int behind(Corners corners, FontMetrics metrics) {
        return corners.texts().stream()
                .mapToInt(text -> metrics.stringWidth(text.substring(point(text))))
                .max()
                .orElse(0);
    }

    /** Where the point of a number is, or would be. */
    private static int point(String text) {
        int point = text.indexOf('.');
        int exponent = text.indexOf('e');
        return point >= 0 ? point : exponent >= 0 ? exponent : text.length();
    }

    /** How wide ⋯ between columns is. */
    static int restWidth(FontMetrics metrics) {
        return metrics.stringWidth(Corners.REST) + GAP;
    }

    /** Where a column begins; the one after the last, where they end. */
    private static int left(Corners corners, FontMetrics metrics, int column) {
        int left = 0;
        for (int j = 0; j < column; j++) {
            left += corners.columns().get(j) < 0 ? restWidth(metrics) : columnWidth(corners, metrics);
        }
        return left;
    }

    private int rowHeight() {
        return rowHeight(metrics);
    }

    static int width(Corners corners, FontMetrics metrics) {
        return left(corners, metrics, corners.columns().size()) - GAP;
    }

    int width() {
        return width(corners, metrics);
    }

    int height() {
        return corners.rows().size() * rowHeight();
    }

    private Rectangle cell(int i, int j) {
        int left = left(corners, metrics, j);
        int width = left(corners, metrics, j + 1) - left;
        return new Rectangle(x + left - GAP / 2, y + i * rowHeight(), width, rowHeight());
    }

    /** The element at a point; −1 for none. */
    int elementAt(int px, int py) {
        for (int i = 0; i < corners.rows().size(); i++) {
            for (int j = 0; j < corners.columns().size(); j++) {
                if (cell(i, j).contains(px, py)) {
                    return corners.element(i, j);
                }
            }
        }
        return -1;
    }

    /** Where an element is drawn; an empty rectangle where it is not. */
    Rectangle place(int element) {
        for (int i = 0; i < corners.rows().size(); i++) {
            for (int j = 0; j < corners.columns().size(); j++) {
                if (corners.element(i, j) == element) {
                    return cell(i, j);
                }
            }
        }
        return new Rectangle(x, y, 0, 0);
    }

    /** Where the text of a cell begins. */
    int begin(int i, int j) {
        int left = cell(i, j).x + GAP / 2;
        String text = corners.text(i, j);
        return corners.columns().get(j) < 0
                ? left
                : left + before(corners, metrics) - metrics.stringWidth(text.substring(0, point(text)));
    }

    /**
     * @param wrong the colour of what is not finite
     * @param chosen the element marked as chosen, or −1
     */
    void paint(Graphics2D g, Color ink, Color wrong, Color bracket, int chosen, Color mark) {
        Font plain = g.getFont();
        for (int i = 0; i < corners.rows().size(); i++) {
            for (int j = 0; j < corners.columns().size(); j++) {
                Rectangle cell = cell(i, j);
                boolean isChosen = chosen >= 0 && corners.element(i, j) == chosen;
                String text = corners.text(i, j);
                g.setColor(Format.isFinite(text) ? ink : wrong);
                g.setFont(isChosen ? plain.deriveFont(Font.BOLD) : plain);
                g.drawString(text, begin(i, j), cell.y + LEAD / 2 + metrics.getAscent());
                if (isChosen) {
                    g.setColor(mark);
                    g.setStroke(new BasicStroke(1.5f));
                    g.drawRoundRect(cell.x, cell.y, cell.width - 1, cell.height - 2, 6, 6);
                }
            }
        }
        g.setFont(plain);
        if (!corners.grid().shape().isScalar()) {
            g.setColor(bracket);
            g.setStroke(new BasicStroke(1));
            bracket(g, x - 6, 3);
            bracket(g, x + width() + 5, -3);
        }
    }

    private void bracket(Graphics2D g, int at, int foot) {
        int top = y;
        int bottom = y + height() - 1;
        g.drawLine(at, top, at, bottom);
        g.drawLine(at, top, at + foot, top);
        g.drawLine(at, bottom, at + foot, bottom);
    }
}
