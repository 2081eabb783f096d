package chainstep.ui.derivation;

import chainstep.ui.formula.Wrapping;
import java.awt.Component;
import java.awt.Dimension;
import javax.swing.JComponent;
import javax.swing.JPanel;

/** Parts beside each other on one line; on several where one is too narrow. */
public final class Beside extends JPanel implements Wrapping {
    private static final int GAP = 10;

    public Beside(JComponent... parts) {
        super(null);
        setOpaque(false);
        for (JComponent part : parts) {
            add(part);
        }
    }

    @Override
    public int heightFor(int width) {
        return place(width);
    }

    @Override
    public void doLayout() {
        place(getWidth());
    }

    @Override
    public Dimension getPreferredSize() {
        int width = 0;
        for (Component part : getComponents()) {
            width += part.getPreferredSize().width + GAP;
        }
        return new Dimension(width, place(getWidth() > 0 ? getWidth() : width));
    }

    /** Puts the parts where they belong; the height of all. */
    private int place(int width) {
        int x = 0;
        int y = 0;
        int high = 0;
        for (Component part : getComponents()) {
            int wide = Math.min(width, part.getPreferredSize().width);
            if (x > 0 && x + wide > width) {
                x = 0;
                y += high + 2;
                high = 0;
            }
            int tall = Sheet.height(part, wide);
            part.setBounds(x, y, wide, tall);
            x += wide + GAP;
            high = Math.max(high, tall);
        }
        return y + high;
    }
}
