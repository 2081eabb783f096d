package chainstep.ui.formula;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.RoundRectangle2D;

/** Something set on a ground of its own with round ends. */
record Chip(Drawn inner, Color ground) implements Drawn {
    private static final double ASIDE = 8;
    private static final double ABOVE = 2.5;
    /** Before what stands behind it. */
    private static final double BEHIND = 4;

    @Override
    public double width() {
        return inner.width() + 2 * ASIDE + BEHIND;
    }

    @Override
    public double ascent() {
        return inner.ascent() + ABOVE;
    }

    @Override
    public double descent() {
        return inner.descent() + ABOVE;
    }

    @Override
    public void paint(Graphics2D graphics, double x, double baseline) {
        graphics.setColor(ground);
        double arc = height();
        graphics.fill(new RoundRectangle2D.Double(x, baseline - ascent(), width() - BEHIND, height(), arc, arc));
        inner.paint(graphics, x + ASIDE, baseline);
    }
}
