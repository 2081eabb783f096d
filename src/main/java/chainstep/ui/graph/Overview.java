package chainstep.ui.graph;

import chainstep.ui.look.Hue;
import chainstep.words.Words;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The whole drawing, small, with a frame around what is in view; a click goes there. */
final class Overview extends Surface {
    private static final Dimension MOST = new Dimension(190, 118);
    private static final int LEAST_WIDTH = 110;
    /** Of the view's width. */
    private static final double SHARE = 0.25;

    private static final double PAD = 8;

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
     * Goes to the first place where it hides nothing; where there is none, to the corner where it hides nothing of the step nor what it
     * reads, and least of all else. Says whether there is one.
     *
     * @param corners the best first
     * @param sides free ground may be there if not in a corner
     * @param mayHide whether it may lie over other boxes, and stand at a side
     */
    boolean settle(List<Spot> corners, List<Spot> sides, boolean mayHide) {
        Picture picture = canvas.picture().orElseThrow();
        List<Spot> now = new ArrayList<>();
        List<Spot> boxes = new ArrayList<>();
        Spot view = new Spot(0, 0, canvas.getWidth(), canvas.getHeight());
        Set<Integer> near = Attention.near(picture);
        for (Card card : picture.model().cards()) {
            Spot there = canvas.camera().there(picture.spot(card.id()));
            if (!there.touches(view)) {
                continue;
            }
            boxes.add(there);
            if (near.contains(card.id())) {
                now.add(there);
            }
        }
        canvas.callout().map(told -> canvas.camera().there(told.bounds())).ifPresent(told -> {
            now.add(told);
            boxes.add(told);
        });
        List<Route> lit = picture.model().wires().stream()
                .filter(wire -> wire.flow() == Wire.Flow.BACKWARD)
                .map(wire -> picture.routes().get(wire.link()))
                .toList();
        Optional<Spot> free = Stream.concat(corners.stream(), mayHide ? sides.stream() : Stream.empty())
                .filter(place -> boxes.stream().noneMatch(place::touches))
                .filter(place -> lit.stream()
                        .noneMatch(
                                route -> mayHide && route.passes(canvas.camera().under(place))))
                .findFirst()
                .or(() -> corners.stream()
                        .filter(corner -> mayHide)
                        .filter(corner -> now.stream().noneMatch(corner::touches))
                        .min(Comparator.comparingDouble(corner ->
                                boxes.stream().mapToDouble(corner::common).sum())));
        free.ifPresent(at -> setBounds((int) at.x(), (int) at.y(), (int) at.width(), (int) at.height()));
        return free.isPresent();
    }

    private Camera camera(Picture picture) {
        Spot all = picture.places().bounds();
        double scale = Math.min((getWidth() - 2 * PAD) / all.width(), (getHeight() - 2 * PAD) / all.height());
        return new Camera(scale, 0, 0).centred(all.centreX(), all.centreY(), getWidth(), getHeight());
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
