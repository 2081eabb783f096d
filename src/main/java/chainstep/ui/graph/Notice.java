package chainstep.ui.graph;

import chainstep.ui.look.Hue;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.util.List;

/**
 * What is said of a drawing as a whole.
 *
 * @param message in the middle, where there is nothing to draw; none if empty
 * @param note in a corner; none if empty
 * @param isPale whether the drawing is no longer what the text says
 */
record Notice(String message, String note, boolean isPale) {
    static final Notice NONE = new Notice("", "", false);

    private static final int MARGIN = 12;
    static final int HEIGHT = 28;
    private static final int PAD = 10;
    private static final float MESSAGE = 14;

    /** @param tools that it gives way to */
    void paint(Graphics2D g, Ink ink, int width, int height, List<Spot> tools) {
        Ink.smooth(g);
        if (isPale) {
            g.setColor(ink.veil());
            g.fill(new Rectangle(width, height));
        }
        if (!note.isEmpty()) {
            g.setFont(ink.words(note).deriveFont((float) MARGIN));
            int wide = g.getFontMetrics().stringWidth(note);
            int top = top(new Spot(MARGIN, MARGIN, wide + 2.0 * PAD, HEIGHT), height, tools);
            g.translate(MARGIN, top);
            ink.plate(g, wide + 2 * PAD, HEIGHT);
            g.setColor(ink.of(Hue.TEXT));
            g.drawString(note, PAD, HEIGHT - PAD + 1);
            g.translate(-MARGIN, -top);
        }
        g.setColor(ink.of(Hue.MUTED));
        g.setFont(ink.words(message).deriveFont(MESSAGE));
        int wide = g.getFontMetrics().stringWidth(message);
        g.drawString(message, (width - wide) / 2f, height / 2f);
    }

    /** Where it would touch a tool, it stands at the foot of the view instead. */
    static int top(Spot wish, int height, List<Spot> tools) {
        if (tools.stream().noneMatch(wish::touches)) {
            return (int) wish.y();
        }
        double foot = tools.stream()
                .mapToDouble(Spot::y)
                .filter(y -> y > height / 2.0)
                .reduce(height, Math::min);
        return (int) (foot - wish.height() - MARGIN / 2.0);
    }
}
