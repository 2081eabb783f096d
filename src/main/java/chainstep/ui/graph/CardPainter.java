package chainstep.ui.graph;

import chainstep.ui.look.Hue;
import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;

/** Draws a box: its frame, its head, its numbers; less of it where it is small. */
final class CardPainter {
    /** Below this scale numbers are bars, and below the other there is a name alone. */
    static final double BARS = 0.5;

    private static final double ROUND = 10;
    /** Of a corner's diameter, in pixels. */
    private static final double SEEN_AS_ROUND = 4;
    /** How far the frame behind that of a folded group stands out. */
    private static final double BEHIND = 4;
    /** Of a head: where its letters stand. */
    private static final double BELOW_MIDDLE = 4;
    /** A box too low for a large name and a bar. */
    private static final double LOW = 40;

    private static final double DOT = 4.5;
    private static final String PARTIAL = "∂";

    private final Ink ink;
    private final FigurePainter figures;

    CardPainter(Ink ink) {
        this.ink = ink;
        this.figures = new FigurePainter(ink);
    }

    /** In the coordinates of the drawing. */
    void paint(Graphics2D g, Card card, Face face, Spot spot, double scale) {
        g.translate(spot.x(), spot.y());
        frame(g, card, face, scale);
        if (scale >= BARS) {
            if (face.head() > 0) {
                head(g, card, face);
            } else {
                g.setFont(ink.name(card.name()));
                g.setColor(ink.of(card.isReached() ? Hue.TEXT : Hue.MUTED));
                g.drawString(
                        card.name(), (float) Face.TIGHT, (float) (face.value().y() + FigurePainter.BASELINE));
            }
            figures(g, card, face);
        } else {
            outline(g, card, face);
        }
        if (card.stops()) {
            g.setColor(ink.of(Hue.BREAKPOINT));
            g.fill(new Ellipse2D.Double(-DOT, -DOT, 2 * DOT + 1, 2 * DOT + 1));
        }
        g.translate(-spot.x(), -spot.y());
    }

    private void frame(Graphics2D g, Card card, Face face, double scale) {
        Shape outline = outline(0, face, scale);
        if (card.isPicked()) {
            g.setColor(ink.of(Hue.VALUE_GROUND));
            g.fill(new RoundRectangle2D.Double(-5, -5, face.width() + 10, face.height() + 10, ROUND + 8, ROUND + 8));
            g.setColor(ink.of(Hue.VALUE));
            g.setStroke(Ink.DASHED);
            g.draw(new RoundRectangle2D.Double(-5, -5, face.width() + 10, face.height() + 10, ROUND + 8, ROUND + 8));
        }
        if (card.box().kind() == Kind.GROUP) {
            g.setColor(ink.of(Hue.GROUND));
            g.fill(outline(BEHIND, face, scale));
            g.setColor(ink.of(Hue.PALE));
            g.setStroke(Ink.THIN);
            g.draw(outline(BEHIND, face, scale));
        }
        g.setColor(ink.of(card.isNow() ? Hue.NOW_GROUND : Hue.GROUND));
        g.fill(outline);
        g.setColor(border(card));
        g.setStroke(Ink.frame(card.isNow() || card.isWrong(), scale));
        g.draw(outline);
        if (scale >= BARS && face.head() > 0) {
            g.setColor(ink.of(card.isNow() ? Hue.NOW : Hue.LINE));
            g.setStroke(Ink.HAIR);
            g.draw(new Line2D.Double(1, face.head(), face.width() - 1, face.head()));
        }
    }

    /** Round where that can be seen: a plain rectangle is painted many times faster. */
    private static Shape outline(double shift, Face face, double scale) {
        return ROUND * scale < SEEN_AS_ROUND
                ? new Rectangle2D.Double(shift, shift, face.width(), face.height())
                : new RoundRectangle2D.Double(shift, shift, face.width(), face.height(), ROUND, ROUND);
    }

    private Color border(Card card) {
        if (card.isWrong()) {
            return ink.of(Hue.WRONG);
        } else if (card.isNow()) {
            return ink.of(Hue.NOW);
        }
        return switch (card.box().kind()) {
            case PARAM -> ink.of(Hue.PARAMETER);
            case INPUT, TARGET, CONST, RANDOM -> ink.of(Hue.INPUT);
            case VALUE, INNER, GROUP ->
                !card.isReached() ? ink.of(Hue.PALE) : ink.of(card.hasGradient() ? Hue.GRADIENT : Hue.VALUE);
        };
    }

    private void head(Graphics2D g, Card card, Face face) {
        double right = face.width() - Face.PAD;
        double baseline = face.top() / 2 + BELOW_MIDDLE;
        if (card.box().isFoldable()) {
            sign(g, right - 9, face.top() / 2 - 4.5, card.box().parted());
            right -= 16;
        }
        g.setFont(ink.name(card.name()));
        FontMetrics metrics = g.getFontMetrics();
        String name = Ink.fitted(card.name(), metrics, right - Face.PAD);
        g.setColor(ink.of(card.isReached() ? Hue.TEXT : Hue.MUTED));
        g.drawString(name, (float) Face.PAD, (float) baseline);
        double left = Face.PAD + metrics.stringWidth(name) + 8;
        g.setFont(ink.words(card.rule()));
        g.setColor(ink.of(Hue.MUTED));
        for (String line : face.rule()) {
            String rule = Ink.fitted(line, g.getFontMetrics(), right - left);
            g.drawString(rule, (float) (right - g.getFontMetrics().stringWidth(rule)), (float) baseline);
            left = Face.PAD;
            right = face.width() - Face.PAD;
            baseline += Heading.ROW;
        }
    }

    /** A small plus or minus in a square. */
    private void sign(Graphics2D g, double x, double y, boolean plus) {
        g.setColor(ink.of(Hue.MUTED));
        g.setStroke(Ink.THIN);
        g.draw(new RoundRectangle2D.Double(x, y, 9, 9, 3, 3));
        Path2D bars = new Path2D.Double();
        bars.moveTo(x + 2.2, y + 4.5);
        bars.lineTo(x + 6.8, y + 4.5);
        if (plus) {
            bars.moveTo(x + 4.5, y + 2.2);
            bars.lineTo(x + 4.5, y + 6.8);
        }
        g.draw(bars);
    }

    private void figures(Graphics2D g, Card card, Face face) {
        figures.paint(g, card.current(), face.value(), card.isUpdated() ? Hue.UPDATE : Hue.VALUE);
        card.gradient().ifPresent(gradient -> gradient(g, card, gradient, face));
    }

    /** With a ∂ beside it; where it is not known yet, its name in its place. */
    private void gradient(Graphics2D g, Card card, Shown gradient, Face face) {
        Spot at = face.gradient().orElseThrow();
        if (gradient.isKnown()) {
            figures.paint(g, gradient, at, Hue.GRADIENT);
            g.setColor(ink.of(Hue.GRADIENT));
            g.setFont(ink.words(PARTIAL));
            g.drawString(PARTIAL, (float) at.x() - 10, (float) at.y() + 11);
        } else {
            String name = PARTIAL + card.name();
            g.setFont(ink.words(name));
            FontMetrics metrics = g.getFontMetrics();
            boolean beside = at.y() == face.value().y();
            String fitted = Ink.fitted(name, metrics, room(face, at, beside));
            g.setColor(ink.faint(Hue.MUTED));
            double x = beside ? at.right() - metrics.stringWidth(fitted) : at.x() - 9;
            g.drawString(fitted, (float) x, (float) at.y() + 11);
        }
    }

    /** What a gradient's name may take: that of its ∂ too, and where it stands below the value all the rest of the box. */
    static double room(Face face, Spot at, boolean beside) {
        return beside ? at.width() + 9 : face.width() - at.x() + 9 - Face.PAD / 2;
    }

    /** From afar: the name as large as the box allows, and a bar for each thing known. */
    private void outline(Graphics2D g, Card card, Face face) {
        boolean low = face.height() < LOW;
        g.setColor(ink.of(card.isReached() ? Hue.TEXT : Hue.MUTED));
        g.setFont(ink.name(card.name()).deriveFont(low ? 15f : 18f));
        String name = Ink.fitted(card.name(), g.getFontMetrics(), face.width() - 10);
        g.drawString(name, 7f, low ? 15f : 21f);
        double width = face.width() - 14;
        double bar = low ? 8 : 14;
        if (card.isReached()) {
            g.setColor(ink.of(card.isUpdated() ? Hue.UPDATE : Hue.VALUE));
            g.fill(new Rectangle2D.Double(7, face.height() - bar, width * (card.hasGradient() ? 0.48 : 1), 6));
        }
        if (card.hasGradient()) {
            g.setColor(ink.of(Hue.GRADIENT));
            g.fill(new Rectangle2D.Double(7 + width * 0.52, face.height() - bar, width * 0.48, 6));
        }
    }
}
