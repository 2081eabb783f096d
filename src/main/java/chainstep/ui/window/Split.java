package chainstep.ui.window;

import chainstep.ui.look.Hue;
import chainstep.ui.look.Palette;
import java.awt.Color;
import java.awt.Component;
import java.awt.Dimension;
import java.util.function.DoubleConsumer;
import javax.swing.BorderFactory;
import javax.swing.JSplitPane;
import javax.swing.SwingUtilities;
import javax.swing.border.MatteBorder;
import javax.swing.plaf.basic.BasicSplitPaneUI;

/** Two parts and the line between them, at a fraction of the whole, at every size. */
final class Split extends JSplitPane {
    /** Whether the second part gets the room it asks for until the line is moved, and then never less than its least. */
    private final boolean whole;

    private final transient DoubleConsumer moved;
    private static final int WIDTH = 4;

    private double fraction;
    private boolean placed;
    private boolean placing;
    private boolean dragged;
    private int before;
    private Color line = Color.LIGHT_GRAY;

    /**
     * @param shares told the fraction whenever the line has been moved
     * @param keeps how much of a new size goes to the first part
     */
    Split(int direction, Component first, Component second, Shares shares, Shares.Line line, double keeps) {
        super(direction, true, first, second);
        this.fraction = shares.of(line);
        this.whole = line.isWhole();
        this.dragged = shares.isMoved(line);
        this.moved = place -> shares.put(line, place);
        setBorder(BorderFactory.createEmptyBorder());
        setResizeWeight(keeps);
        setDividerSize(WIDTH);
        line();
        addPropertyChangeListener(DIVIDER_LOCATION_PROPERTY, change -> told());
    }

    /** Without the keys of its own: F6 and F8 are to do here what they do elsewhere. */
    @Override
    public void updateUI() {
        super.updateUI();
        SwingUtilities.replaceUIInputMap(this, WHEN_ANCESTOR_OF_FOCUSED_COMPONENT, null);
    }

    /** A hairline at the far side of what can be taken hold of. */
    private void line() {
        if (getUI() instanceof BasicSplitPaneUI split) {
            boolean upright = getOrientation() == HORIZONTAL_SPLIT;
            split.getDivider().setBorder(new MatteBorder(0, 0, upright ? 0 : 1, upright ? 1 : 0, line));
        }
    }

    void colour(Palette palette) {
        line = palette.get(Hue.LINE);
        setBackground(palette.get(Hue.GROUND));
        line();
    }

    private int length() {
        return getOrientation() == HORIZONTAL_SPLIT ? getWidth() : getHeight();
    }

    private int first() {
        int share = (int) Math.round(fraction * length());
        if (!whole) {
            return share;
        }
        int rest = length() - WIDTH;
        return dragged
                ? Math.min(share, Math.max(0, rest - along(getRightComponent().getMinimumSize())))
                : Math.max(0, rest - along(getRightComponent().getPreferredSize()));
    }

    private int along(Dimension size) {
        return getOrientation() == HORIZONTAL_SPLIT ? size.width : size.height;
    }

    private void told() {
        if (placed && !placing && length() > 0) {
            if (length() == before) {
                dragged = true;
                fraction = getDividerLocation() / (double) length();
                moved.accept(fraction);
            }
        }
    }

    @Override
    public void doLayout() {
        boolean follows = whole ? getDividerLocation() != first() : length() != before;
        if (length() > 0 && (!placed || follows)) {
            placing = true;
            // what a new length would share out in its own way, it has shared out before the line is placed
            super.doLayout();
            setDividerLocation(first());
            placing = false;
            placed = true;
        }
        super.doLayout();
        before = length();
    }
}
