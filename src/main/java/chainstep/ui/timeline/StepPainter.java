package chainstep.ui.timeline;

import chainstep.graph.Phase;
import chainstep.ui.look.Hue;
import chainstep.ui.look.Palette;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;

/**
 * Draws the steps of an iteration: reached ones in full colour, rings and marks around what is now and what is picked, breakpoints
 * above.
 *
 * @param pen its origin at the upper left of the first step
 * @param thick how tall a step is
 */
record StepPainter(Graphics2D pen, Palette palette, Bands bands, int thick) {
    /** Above the steps, the dots of breakpoints. */
    static final int DOT = 9;
    /** Below the steps, the marks: how far, and how tall. */
    static final int MARK = 4;

    static final int MARK_TALL = 8;
    static final double PALE = 0.74;

    private static final double LEAST = 6;

    static Hue hue(Phase phase) {
        return switch (phase) {
            case FORWARD -> Hue.VALUE;
            case BACKWARD -> Hue.GRADIENT;
            case UPDATE -> Hue.UPDATE;
        };
    }

    void steps(long now) {
        bands.list().forEach(band -> band(band, now));
    }

    private void band(Bands.Band band, long now) {
        double wide = band.right() - band.left() - bands.gap(band);
        Color full = palette.get(hue(band.phase()));
        Shape shape = new RoundRectangle2D.Double(band.left(), 0, wide, thick, 5, 5);
        pen.setColor(Palette.between(full, palette.get(Hue.GROUND), PALE));
        pen.fill(shape);
        if (now >= band.first()) {
            double reached = Math.min(1, (now - band.first() + 1.0) / band.count());
            Graphics2D part = (Graphics2D) pen.create();
            part.clip(new Rectangle2D.Double(band.left(), 0, wide * reached, thick));
            part.setColor(full);
            part.fill(shape);
            part.dispose();
        }
    }

    /** Filled while it is on, with a bar where it stops in some iterations only. */
    void dot(Stops.Dot dot) {
        double x = bands.middle(dot.index());
        Color colour = palette.get(Hue.BREAKPOINT);
        boolean enabled = dot.breakpoint().enabled();
        Ellipse2D round = new Ellipse2D.Double(x - DOT / 2.0, -DOT - 3.0, DOT, DOT);
        pen.setStroke(new BasicStroke(1.4f));
        pen.setColor(enabled ? colour : palette.get(Hue.GROUND));
        pen.fill(round);
        pen.setColor(colour);
        pen.draw(round);
        if (dot.isConditional()) {
            pen.setColor(enabled ? palette.get(Hue.GROUND) : colour);
            pen.fill(new Rectangle2D.Double(x - 2.5, round.getCenterY() - 0.8, 5, 1.6));
        }
    }

    /** An open mark: what is picked is not where one is. */
    void chosen(Chosen steps) {
        double left = bands.isSingle()
                ? bands.of(steps.first()).left()
                : bands.of(steps.first()).at(steps.first());
        Bands.Band end = bands.of(steps.last());
        double right = bands.isSingle() ? end.right() - bands.gap(end) : end.at(steps.last() + 1.0);
        double wide = Math.max(LEAST, right - left);
        double middle = (left + right) / 2;
        pen.setColor(palette.get(Hue.VALUE));
        ring(middle - wide / 2, wide, 2);
        pen.setStroke(new BasicStroke(1.8f));
        pen.draw(mark(middle, 1));
    }

    /** @param strong whether keys go here */
    void now(long index, boolean strong) {
        pen.setColor(palette.get(Hue.NOW));
        if (index >= 0) {
            Bands.Band band = bands.of(index);
            ring(band.left(), band.right() - band.left() - bands.gap(band), strong ? 3 : 2);
        }
        pen.fill(mark(bands.middle(index), 0));
    }

    private void ring(double left, double wide, float stroke) {
        pen.setStroke(new BasicStroke(stroke));
        pen.draw(new RoundRectangle2D.Double(left - 2, -2, wide + 4, thick + 4.0, 7, 7));
    }

    private Path2D mark(double x, double inset) {
        double y = thick + (double) MARK;
        Path2D mark = new Path2D.Double();
        mark.moveTo(x, y + inset);
        mark.lineTo(x + 6 - inset, y + MARK_TALL - inset);
        mark.lineTo(x - 6 + inset, y + MARK_TALL - inset);
        mark.closePath();
        return mark;
    }
}
