package chainstep.ui.table;

import chainstep.ui.look.Hue;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import javax.swing.JPanel;

/** The indices of a matrix's rows or of its columns, counted from one as its elements are; they stay in sight beside it. */
final class MatrixHead extends JPanel {
    private static final long serialVersionUID = 1L;

    private final MatrixGrid matrix;
    private final boolean ofRows;

    MatrixHead(MatrixGrid matrix, boolean ofRows) {
        this.matrix = matrix;
        this.ofRows = ofRows;
    }

    @Override
    public Dimension getPreferredSize() {
        Grid grid = matrix.grid();
        FontMetrics metrics = matrix.getFontMetrics(matrix.getFont());
        return ofRows
                ? new Dimension(
                        metrics.stringWidth(grid.rowName(grid.rows() - 1)) + 2 * MatrixGrid.PAD,
                        grid.rows() * matrix.cellHeight())
                : new Dimension(grid.columns() * matrix.cellWidth(), matrix.cellHeight());
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        matrix.dress().ifPresent(dress -> paint((Graphics2D) graphics.create(), dress));
    }

    private void paint(Graphics2D g, Dress dress) {
        Rectangle clip = g.getClipBounds();
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setColor(dress.palette().get(Hue.GROUND));
        g.fillRect(clip.x, clip.y, clip.width, clip.height);
        g.setColor(dress.palette().get(Hue.MUTED));
        g.setFont(matrix.getFont());
        int size = ofRows ? matrix.cellHeight() : matrix.cellWidth();
        int first = (ofRows ? clip.y : clip.x) / size;
        int last = (ofRows ? clip.y + clip.height : clip.x + clip.width) / size;
        boolean isVector = matrix.grid().shape().rank() < 2;
        int count = ofRows ? matrix.grid().rows() : isVector ? 0 : matrix.grid().columns();
        for (int k = first; k <= Math.min(last, count - 1); k++) {
            write(g, k);
        }
        g.dispose();
    }

    private void write(Graphics2D g, int k) {
        FontMetrics metrics = g.getFontMetrics();
        String text = ofRows ? matrix.grid().rowName(k) : Integer.toString(k + 1);
        int right = ofRows ? getWidth() : (k + 1) * matrix.cellWidth();
        int top = ofRows ? k * matrix.cellHeight() : 0;
        g.drawString(
                text,
                right - MatrixGrid.PAD - metrics.stringWidth(text),
                top + MatrixGrid.PAD / 2 + metrics.getAscent());
    }
}
