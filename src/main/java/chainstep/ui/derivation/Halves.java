package chainstep.ui.derivation;

import chainstep.ui.formula.Wrapping;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics;
import javax.swing.JComponent;
import javax.swing.JPanel;

/** Two parts in columns of one width, a hairline between them; below each other where that is too narrow. */
final class Halves extends JPanel implements Wrapping {
    private final JComponent left;
    private final JComponent right;
    private final int least;
    private final Color line;

    /** @param least how wide a column must be */
    Halves(JComponent left, JComponent right, int least, Color line) {
        super(null);
        this.left = left;
        this.right = right;
        this.least = least;
        this.line = line;
        setOpaque(false);
        add(left);
        add(right);
    }

    private boolean isBeside(int width) {
        return width / 2 >= least;
    }

    @Override
    public int heightFor(int width) {
        return isBeside(width)
                ? Math.max(Sheet.height(left, width / 2), Sheet.height(right, width - width / 2))
                : Sheet.height(left, width) + Sheet.height(right, width);
    }

    @Override
    public void doLayout() {
        int width = getWidth();
        if (isBeside(width)) {
            left.setBounds(0, 0, width / 2, getHeight());
            right.setBounds(width / 2, 0, width - width / 2, getHeight());
        } else {
            int high = Sheet.height(left, width);
            left.setBounds(0, 0, width, high);
            right.setBounds(0, high, width, getHeight() - high);
        }
    }

    @Override
    public Dimension getPreferredSize() {
        int width = 2 * least;
        return new Dimension(width, heightFor(getWidth() > 0 ? getWidth() : width));
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        graphics.setColor(line);
        if (isBeside(getWidth())) {
            graphics.fillRect(getWidth() / 2, 0, 1, getHeight());
        } else {
            graphics.fillRect(0, right.getY(), getWidth(), 1);
        }
    }
}
