package chainstep.ui.graph;

import chainstep.ui.look.Hue;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws a picture as a camera sees it: the dotted ground, edges, boxes, what runs now on top. */
final class PicturePainter {
    private static final int GRID = 22;

    private final Ink ink;
    private final CardPainter cards;
    private final WirePainter wires;

    PicturePainter(Ink ink) {
        this.ink = ink;
        this.cards = new CardPainter(ink);
        this.wires = new WirePainter(ink);
    }

    /** @param part of the view that is to be painted */
    void paint(Graphics2D g, Picture picture, Optional<Callout> callout, Camera camera, Spot part) {
        Ink.smooth(g);
        ground(g, camera, part);
        Spot seen = camera.under(part).grown(8);
        g.translate(camera.x(), camera.y());
        g.scale(camera.scale(), camera.scale());
        List<Wire> lit = new ArrayList<>();
        for (Wire wire : picture.model().wires()) {
            if (wire.flow() == Wire.Flow.FORWARD || wire.flow() == Wire.Flow.BACKWARD) {
                lit.add(wire);
            } else if (picture.routes().get(wire.link()).bounds().touches(seen)) {
                paint(g, wire, picture, camera);
            }
        }
        callout.ifPresent(told -> leader(g, told));
        for (Card card : picture.model().cards()) {
            if (picture.spot(card.id()).grown(8).touches(seen)) {
                cards.paint(g, card, picture.faces().get(card.id()), picture.spot(card.id()), camera.scale());
            }
        }
        lit.forEach(wire -> paint(g, wire, picture, camera));
        callout.ifPresent(told -> callout(g, told));
    }

    /** Edges and boxes alone, all of them at full size. */
    void boxes(Graphics2D g, Picture picture) {
        picture.model().wires().forEach(wire -> paint(g, wire, picture, Camera.FIRST));
        for (Card card : picture.model().cards()) {
            cards.paint(g, card, picture.faces().get(card.id()), picture.spot(card.id()), 1);
        }
    }

    private void paint(Graphics2D g, Wire wire, Picture picture, Camera camera) {
        String name = picture.model().name(wire.link().from());
        wires.paint(g, wire, picture.routes().get(wire.link()), name, camera.scale());
    }

    private void ground(Graphics2D g, Camera camera, Spot part) {
        g.setColor(ink.ground());
        g.fill(new Rectangle2D.Double(part.x(), part.y(), part.width(), part.height()));
        double step = GRID * camera.scale();
        if (step < 12) {
            return;
        }
        g.setColor(ink.of(Hue.LINE));
        double firstX = part.x() + Math.floorMod((long) (camera.x() - part.x()), (long) step);
        double firstY = part.y() + Math.floorMod((long) (camera.y() - part.y()), (long) step);
        for (double y = firstY; y < part.bottom(); y += step) {
            for (double x = firstX; x < part.right(); x += step) {
                g.fill(new Rectangle2D.Double(x, y, 1.2, 1.2));
            }
        }
    }

    /** Behind the boxes, so that it strikes nothing out. */
    private void leader(Graphics2D g, Callout callout) {
        g.setColor(ink.of(Hue.GRADIENT));
        g.setStroke(Ink.DASHED);
        g.draw(callout.line());
    }

    private void callout(Graphics2D g, Callout callout) {
        Spot spot = callout.spot();
        RoundRectangle2D frame = new RoundRectangle2D.Double(spot.x(), spot.y(), spot.width(), spot.height(), 10, 10);
        g.setColor(ink.of(Hue.GROUND));
        g.fill(frame);
        g.setColor(ink.of(Hue.GRADIENT));
        g.setStroke(Ink.THIN);
        g.draw(frame);
        float x = (float) (spot.x() + Callout.PAD);
        float y = (float) (spot.y() + Callout.LINE);
        g.setColor(ink.of(Hue.MUTED));
        for (String words : callout.words()) {
            g.setFont(ink.words(words));
            g.drawString(words, x, y);
            y += callout.isLong() ? 0 : (float) Callout.LINE;
        }
        g.setColor(ink.of(Hue.GRADIENT));
        g.setFont(ink.figures(callout.right()));
        double wide = g.getFontMetrics().stringWidth(callout.right());
        g.drawString(callout.right(), callout.isLong() ? (float) (spot.right() - Callout.PAD - wide) : x, y);
    }
}
