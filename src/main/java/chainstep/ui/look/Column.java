package chainstep.ui.look;

import java.awt.Dimension;
import java.awt.LayoutManager;
import java.awt.Rectangle;
import javax.swing.BorderFactory;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.Scrollable;

/** Parts one below the other, as wide as there is room: as tall as the room too, but no less than they need; then it scrolls. */
public final class Column extends JPanel implements Scrollable {
    private static final int LINE = 20;

    public Column(LayoutManager layout) {
        super(layout);
    }

    /** Scrolls it up and down. */
    public JScrollPane scrolling() {
        JScrollPane scroll = new JScrollPane(this);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        scroll.setHorizontalScrollBarPolicy(JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
        return scroll;
    }

    @Override
    public Dimension getPreferredScrollableViewportSize() {
        return getPreferredSize();
    }

    @Override
    public int getScrollableUnitIncrement(Rectangle visible, int orientation, int direction) {
        return LINE;
    }

    @Override
    public int getScrollableBlockIncrement(Rectangle visible, int orientation, int direction) {
        return visible.height;
    }

    @Override
    public boolean getScrollableTracksViewportWidth() {
        return true;
    }

    @Override
    public boolean getScrollableTracksViewportHeight() {
        return getParent() != null && getParent().getHeight() > getMinimumSize().height;
    }

    /** In a room that is too low it is as tall as it needs to be at least. */
    @Override
    public Dimension getPreferredSize() {
        Dimension wish = super.getPreferredSize();
        return new Dimension(wish.width, getParent() == null ? wish.height : getMinimumSize().height);
    }
}
