package chainstep.ui.graph;

import chainstep.ui.look.Hue;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.util.List;

/**
 * What is said of a drawing as a whole.
 *
 * @param message in the middle, where there is nothing to draw; none if empty
 * @param note in a corner; none if empty, or where it would hide a box of a drawing that holds
 * @param isPale whether the drawing is no longer what the text says
 */
record Notice(String message, String note, boolean isPale) {
    static final Notice NONE = new Notice("", "", false);

    private static final int MARGIN = 12;
    static final int HEIGHT = 28;
    private static final int PAD = 10;
    private static final float MESSAGE = 14;
    private static final double CLEAR = 3;
    /** Between places that are tried. */
    private static final double STEP = 8;
    /** What it costs to hide a pixel of a box, in pixels away from where it wishes to stand. */
    private static final double HIDDEN = 100;
    /** The same of a tool, in pixels of a box. */
    private static final double TOOL = 100;

    /**
     * @param tools that it gives way to
     * @param boxes the same, where they are seen
     */
    void paint(Graphics2D g, Ink ink, int width, int height, List<Spot> tools, List<Spot> boxes) {
        Ink.smooth(g);
        if (isPale) {
            g.setColor(ink.veil());
            g.fill(new Rectangle(width, height));
        }
        if (!note.isEmpty()) {
            g.setFont(ink.words(note).deriveFont((float) MARGIN));
            int wide = g.getFontMetrics().stringWidth(note);
            Spot place = place(new Spot(MARGIN, MARGIN, wide + 2.0 * PAD, HEIGHT), width, height, tools, boxes);
            if (isPale || covered(place, boxes) == 0) {
                note(g, ink, place);
            }
        }
        g.setColor(ink.of(Hue.MUTED));
        g.setFont(ink.words(message).deriveFont(MESSAGE));
        int wide = g.getFontMetrics().stringWidth(message);
        g.drawString(message, (width - wide) / 2f, height / 2f);
    }

    private void note(Graphics2D g, Ink ink, Spot place) {
        g.translate(place.x(), place.y());
        ink.plate(g, (int) place.width(), HEIGHT);
        g.setColor(ink.of(Hue.TEXT));
        g.drawString(note, PAD, HEIGHT - PAD + 1);
        g.translate(-place.x(), -place.y());
    }

    /**
     * Where it wishes to stand, or else the nearest place where it touches no tool and no box; where there is none, it covers as
     * little of them as can be.
     */
    static Spot place(Spot wish, int width, int height, List<Spot> tools, List<Spot> boxes) {
        Spot best = wish;
        double least = cost(wish, wish, tools, boxes);
        double down = height - MARGIN / 2.0 - wish.bottom();
        double across = width - MARGIN / 2.0 - wish.right();
        for (double y = 0; y <= down && least > y; y += STEP) {
            Spot strip = new Spot(0, wish.y() + y, width, wish.height()).grown(CLEAR);
            List<Spot> toolsThere = tools.stream().filter(strip::touches).toList();
            List<Spot> boxesThere = boxes.stream().filter(strip::touches).toList();
            for (double x = 0; x <= across && least > x + y; x += STEP) {
                double cost = cost(wish.moved(x, y), wish, toolsThere, boxesThere);
                if (cost < least) {
                    best = wish.moved(x, y);
                    least = cost;
                }
            }
        }
        return best;
    }

    private static double cost(Spot place, Spot wish, List<Spot> tools, List<Spot> boxes) {
        double hidden = covered(place, tools) * TOOL + covered(place, boxes);
        return hidden * HIDDEN + place.x() - wish.x() + place.y() - wish.y();
    }

    private static double covered(Spot place, List<Spot> others) {
        Spot clear = place.grown(CLEAR);
        double covered = 0;
        for (Spot other : others) {
            covered += clear.common(other);
        }
        return covered;
    }
}
