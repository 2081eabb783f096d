package chainstep.ui.graph;

import java.awt.geom.Line2D;
import java.util.List;

/** Where lines go through a part of the drawing, in cells; asked of any place at once, however many lines there are. */
final class Trodden {
    private static final double LEAST_CELL = 3;
    private static final double MOST_CELLS = 320;

    private final Spot area;
    private final double cell;
    private final int columns;
    private final int rows;
    /** How many cells above and left of a corner are gone through. */
    private final int[] sums;

    private Trodden(Spot area) {
        this.area = area;
        cell = Math.max(LEAST_CELL, Math.max(area.width(), area.height()) / MOST_CELLS);
        columns = (int) Math.ceil(area.width() / cell) + 1;
        rows = (int) Math.ceil(area.height() / cell) + 1;
        sums = new int[(columns + 1) * (rows + 1)];
    }

    static Trodden by(List<Line2D> lines, Spot area) {
        Trodden trodden = new Trodden(area);
        lines.forEach(trodden::tread);
        trodden.add();
        return trodden;
    }

    private void tread(Line2D line) {
        int pieces = (int) Math.ceil(line.getP1().distance(line.getP2()) / cell * 2) + 1;
        for (int k = 0; k <= pieces; k++) {
            double at = (double) k / pieces;
            int column = column(line.getX1() + at * (line.getX2() - line.getX1()));
            int row = row(line.getY1() + at * (line.getY2() - line.getY1()));
            if (column >= 0 && column < columns && row >= 0 && row < rows) {
                sums[(row + 1) * (columns + 1) + column + 1] = 1;
            }
        }
    }

    private void add() {
        for (int row = 1; row <= rows; row++) {
            int along = 0;
            for (int column = 1; column <= columns; column++) {
                int here = row * (columns + 1) + column;
                along += sums[here];
                sums[here] = along + sums[here - columns - 1];
            }
        }
    }

    private int column(double x) {
        return (int) Math.floor((x - area.x()) / cell);
    }

    private int row(double y) {
        return (int) Math.floor((y - area.y()) / cell);
    }

    /** Whether a line goes through a place, or by it within a cell. */
    boolean crosses(Spot place) {
        int left = Math.max(0, Math.min(columns, column(place.x())));
        int right = Math.max(left, Math.min(columns, column(place.right()) + 1));
        int top = Math.max(0, Math.min(rows, row(place.y())));
        int bottom = Math.max(top, Math.min(rows, row(place.bottom()) + 1));
        return sum(bottom, right) - sum(top, right) - sum(bottom, left) + sum(top, left) > 0;
    }

    private int sum(int row, int column) {
        return sums[row * (columns + 1) + column];
    }
}
