package chainstep.ui.graph;

import chainstep.ui.look.Hue;
import java.awt.Graphics;
import java.awt.event.MouseAdapter;

/** Where tools stand beside a drawing that goes on to the edge of its view, so that they lie over none of it. */
final class Strip extends Surface {
    private final boolean isAbove;
    private Ink ink;

    Strip(Ink ink, boolean isAbove) {
        this.ink = ink;
        this.isAbove = isAbove;
        setVisible(false);
        // what lies under it is not to be clicked on
        addMouseListener(new MouseAdapter() {});
    }

    void dress(Ink other) {
        ink = other;
        repaint();
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        graphics.setColor(ink.ground());
        graphics.fillRect(0, 0, getWidth(), getHeight());
        graphics.setColor(ink.of(Hue.LINE));
        int edge = isAbove ? getHeight() - 1 : 0;
        graphics.drawLine(0, edge, getWidth(), edge);
    }
}
