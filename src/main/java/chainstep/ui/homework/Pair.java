package chainstep.ui.homework;

import chainstep.ui.derivation.Sheet;
import chainstep.ui.formula.Wrapping;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics;
import javax.swing.JComponent;
import javax.swing.JPanel;

/** A name and what it stands for, above a hairline: a row of a table of two columns. */
final class Pair extends JPanel implements Wrapping {
    private static final int EDGE = 10;
    private static final int ABOVE = 4;

    private final int column;
    private final Color line;

    /** @param column where the second one begins */
    Pair(JComponent name, JComponent value, int column, Color line) {
        super(null);
        this.column = column;
        this.line = line;
        setOpaque(false);
        add(name);
        add(value);
    }

    private int place(int width) {
        int first = Sheet.height(getComponent(0), column - EDGE);
        int second = Sheet.height(getComponent(1), Math.max(20, width - column - EDGE));
        getComponent(0).setBounds(EDGE, ABOVE, column - EDGE, first);
        getComponent(1).setBounds(column, ABOVE, Math.max(20, width - column - EDGE), second);
        return Math.max(first, second) + 2 * ABOVE + 1;
    }

    @Override
    public int heightFor(int width) {
        return place(width);
    }

    @Override
    public Dimension getPreferredSize() {
        int width = getWidth() > 0 ? getWidth() : column + getComponent(1).getPreferredSize().width + EDGE;
        return new Dimension(width, place(width));
    }

    @Override
    public void doLayout() {
        place(getWidth());
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        graphics.setColor(line);
        graphics.fillRect(0, getHeight() - 1, getWidth(), 1);
    }
}
