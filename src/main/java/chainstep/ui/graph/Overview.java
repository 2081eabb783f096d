package chainstep.ui.graph;

import chainstep.ui.look.Hue;
import chainstep.words.Words;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The whole drawing, small, with a frame around what is in view; a click goes there. */
final class Overview extends Surface {
    private static final Dimension MOST = new Dimension(190, 118);
    private static final int LEAST_WIDTH = 110;
    /** Of the view's width. */
    private static final double SHARE = 0.25;

    private static final double PAD = 8;
    /** Of the drawing's width in it. */
    private static final double LEAST_DRAWN = 60;

    /** How many times as large as the view a drawing is in which one gets lost. */
    private static final double VAST = 4;

    /** Around boxes. */
    private static final double CLEAR = 4;

    private final GraphCanvas canvas;
    private Ink ink;

    Overview(GraphCanvas canvas, Ink ink, Words words) {
        this.canvas = canvas;
        dress(ink, words);
        MouseAdapter mouse = new MouseAdapter() {
            @Override
            public void mousePressed(MouseEvent event) {
                go(event);
            }

            @Override
            public void mouseDragged(MouseEvent event) {
                go(event);
            }
        };
        addMouseListener(mouse);
        addMouseMotionListener(mouse);
    }

    final void dress(Ink other, Words words) {
        ink = other;
        getAccessibleContext().setAccessibleName(words.say("graph.overview"));
        setToolTipText(words.say("graph.overview"));
        repaint();
    }

    @Override
    public Dimension getPreferredSize() {
        int width = (int) Math.max(LEAST_WIDTH, Math.min(MOST.width, SHARE * canvas.getWidth()));
        return new Dimension(width, width * MOST.height / MOST.width);
    }

    /** Whether there is more than is in view. */
    boolean isNeeded() {
        return canvas.picture()
                .filter(picture ->
                        !canvas.camera().sees(picture.places().bounds(), canvas.getWidth() + 1, canvas.getHeight() + 1))
                .isPresent();
    }

    /**
     * Stays where it is, or else goes to the first place where it hides nothing; where there is none, beside the drawing; else,
     * where one would get lost, over what is not now. Says whether there is room for it.
     *
     * @param places over the drawing, the best first
     * @param apart beside it
     */
    boolean settle(List<Spot> places, Optional<Spot> apart) {
        Picture picture = canvas.picture().orElseThrow();
        Camera camera = canvas.camera();
        Spot view = new Spot(0, 0, canvas.getWidth(), canvas.getHeight());
        List<Spot> boxes = canvas.seen().stream().map(box -> box.grown(CLEAR)).toList();
        Trodden edges = Trodden.by(edges(picture, camera.under(view)), camera.under(view));
        Spot now = Spot.of(this);
        Optional<Spot> free = Stream.concat(places.stream().filter(now::equals), places.stream())
                .filter(place -> boxes.stream().noneMatch(place::touches))
                .filter(place -> !edges.crosses(camera.under(place)))
                .findFirst()
                .or(() -> apart.filter(place -> isLegible(picture, place)))
                .or(() -> isVast(picture) ? least(picture, places) : Optional.empty());
        free.ifPresent(at -> setBounds((int) at.x(), (int) at.y(), (int) at.width(), (int) at.height()));
        return free.isPresent();
    }

    /** With the names beside the boxes, and the line to what is told. */
    private List<Line2D> edges(Picture picture, Spot seen) {
        Stream<Line2D> edges = picture.routes().values().stream()
                .filter(route -> route.bounds().touches(seen))
                .flatMap(route -> Stream.concat(
                        route.lines(false).stream(),
                        route.label().stream()
                                .map(name -> new Line2D.Double(name.x(), name.y(), name.right(), name.bottom()))));
        return Stream.concat(edges, canvas.callout().stream().map(Callout::line))
                .toList();
    }

    /** Whether so little of the drawing is in view that there is no finding the way without it. */
    private boolean isVast(Picture picture) {
        Spot view = new Spot(0, 0, canvas.getWidth(), canvas.getHeight());
        return canvas.camera().scale() > VAST * scale(picture, view);
    }

    /** Of the places that hide nothing of what is now, the one that hides least. */
    private Optional<Spot> least(Picture picture, List<Spot> places) {
        List<Spot> told = canvas.callout().stream()
                .map(callout -> canvas.camera().there(callout.spot()))
                .toList();
        Stream<Spot> now = picture.model().cards().stream()
                .filter(Card::isNow)
                .map(card -> canvas.camera().there(picture.spot(card.id())));
        List<Spot> lit = Stream.concat(now, told.stream()).toList();
        return places.stream()
                .filter(place -> lit.stream().noneMatch(place::touches))
                .min(Comparator.comparingDouble(place ->
                        canvas.seen().stream().mapToDouble(place::common).sum()));
    }

    /** Whether a way could be found on it. */
    private static boolean isLegible(Picture picture, Spot place) {
        return scale(picture, place) * picture.places().bounds().width() >= LEAST_DRAWN;
    }

    private static double scale(Picture picture, Spot place) {
        Spot all = picture.places().bounds();
        double pad = Math.min(PAD, place.height() / PAD);
        return Math.min((place.width() - 2 * pad) / all.width(), (place.height() - 2 * pad) / all.height());
    }

    private Camera camera(Picture picture) {
        Spot all = picture.places().bounds();
        return new Camera(scale(picture, Spot.of(this)), 0, 0)
                .centred(all.centreX(), all.centreY(), getWidth(), getHeight());
    }

    private void go(MouseEvent event) {
        canvas.picture().ifPresent(picture -> {
            Spot at = camera(picture).under(new Spot(event.getX(), event.getY(), 0, 0));
            canvas.centre(at.x(), at.y());
        });
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = (Graphics2D) graphics.create();
        Ink.smooth(g);
        ink.plate(g, getWidth(), getHeight());
        canvas.picture().ifPresent(picture -> {
            Camera camera = camera(picture);
            for (Card card : picture.model().cards()) {
                Spot spot = camera.there(picture.spot(card.id()));
                g.setColor(ink.of(hue(card)));
                g.fill(new Rectangle2D.Double(
                        spot.x(), spot.y(), Math.max(2, spot.width()), Math.max(2, spot.height())));
            }
            Spot seen = camera.there(canvas.camera().under(new Spot(0, 0, canvas.getWidth(), canvas.getHeight())));
            g.setColor(ink.of(Hue.VALUE));
            g.setStroke(Ink.FRAME);
            g.clipRect(1, 1, getWidth() - 2, getHeight() - 2);
            g.draw(new Rectangle2D.Double(seen.x(), seen.y(), seen.width(), seen.height()));
        });
        g.dispose();
    }

    private static Hue hue(Card card) {
        if (card.isNow()) {
            return Hue.NOW;
        } else if (card.box().kind() == Kind.PARAM) {
            return Hue.PARAMETER;
        }
        return !card.isReached() ? Hue.PALE : card.hasGradient() ? Hue.GRADIENT : Hue.EDGE;
    }
}
