package chainstep.ui.graph;

import chainstep.ui.look.Hue;
import java.awt.Graphics2D;

/** Draws an edge: grey, blue while a value runs along it, rust and the other way round for a gradient. */
final class WirePainter {
    private static final double HEAD = 9;
    private static final double LARGE_HEAD = 13;
    private static final float NAME = 11;

    private final Ink ink;

    WirePainter(Ink ink) {
        this.ink = ink;
    }

    /** @param name of what is read, for an edge that is drawn as one */
    void paint(Graphics2D g, Wire wire, Route route, String name, double scale) {
        boolean backward = wire.flow() == Wire.Flow.BACKWARD;
        boolean lit = backward || wire.flow() == Wire.Flow.FORWARD;
        if (lit) {
            g.setColor(ink.ground());
            g.setStroke(Ink.HALO);
            g.draw(route.curve(backward));
        }
        g.setColor(ink.of(hue(wire.flow())));
        g.setStroke(lit ? Ink.THICK : Ink.THIN);
        g.draw(route.curve(backward));
        if (scale > CardPainter.BARS / 2 || lit) {
            g.fill(route.head(backward, lit ? LARGE_HEAD : HEAD));
        }
        if (route.way() == Route.Way.RECALL && scale >= CardPainter.BARS) {
            g.setColor(ink.of(lit ? hue(wire.flow()) : Hue.MUTED));
            g.setFont(ink.name(name).deriveFont(NAME));
            double width = g.getFontMetrics().stringWidth(name);
            g.drawString(
                    name,
                    (float) (route.nameEnd() - width),
                    (float) route.start().y() + 4);
        }
    }

    private static Hue hue(Wire.Flow flow) {
        return switch (flow) {
            case PALE -> Hue.PALE;
            case IDLE -> Hue.EDGE;
            case FORWARD -> Hue.VALUE;
            case BACKWARD -> Hue.GRADIENT;
        };
    }
}
