package chainstep.ui.graph;

import chainstep.ui.Picked;
import java.awt.Cursor;
import java.awt.Point;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import java.util.Optional;
import javax.swing.SwingUtilities;

/** The mouse on the graph: click picks, double click goes there or unfolds, drag moves the drawing, wheel with control zooms. */
final class GraphMouse extends MouseAdapter {
    private static final double WHEEL = 1.12;
    private static final double SCROLL = 40;
    private static final double NEAR = 6;

    private final GraphCanvas canvas;
    private final Wishes wishes;
    private final GraphMenu menu;
    private Optional<Point> held = Optional.empty();

    GraphMouse(GraphCanvas canvas, Wishes wishes, GraphMenu menu) {
        this.canvas = canvas;
        this.wishes = wishes;
        this.menu = menu;
    }

    void install() {
        canvas.addMouseListener(this);
        canvas.addMouseMotionListener(this);
        canvas.addMouseWheelListener(this);
    }

    @Override
    public void mousePressed(MouseEvent event) {
        canvas.requestFocusInWindow();
        if (event.isPopupTrigger()) {
            menu.show(hit(event), event.getX(), event.getY());
        } else if (SwingUtilities.isMiddleMouseButton(event) || hit(event).isEmpty()) {
            held = Optional.of(event.getPoint());
        }
    }

    @Override
    public void mouseReleased(MouseEvent event) {
        if (event.isPopupTrigger()) {
            menu.show(hit(event), event.getX(), event.getY());
        }
        held = Optional.empty();
        canvas.setCursor(Cursor.getDefaultCursor());
    }

    @Override
    public void mouseDragged(MouseEvent event) {
        held.ifPresent(from -> {
            canvas.setCursor(Cursor.getPredefinedCursor(Cursor.MOVE_CURSOR));
            canvas.shift(event.getX() - from.x, event.getY() - from.y);
            held = Optional.of(event.getPoint());
        });
    }

    @Override
    public void mouseMoved(MouseEvent event) {
        boolean link = hit(event).isPresent() || wire(event).isPresent();
        canvas.setCursor(Cursor.getPredefinedCursor(link ? Cursor.HAND_CURSOR : Cursor.DEFAULT_CURSOR));
    }

    @Override
    public void mouseClicked(MouseEvent event) {
        if (!SwingUtilities.isLeftMouseButton(event)) {
            return;
        }
        Optional<Hit> hit = hit(event);
        if (hit.isEmpty()) {
            wire(event).ifPresentOrElse(this::pick, wishes::letGo);
        } else if (event.getClickCount() == 1) {
            click(hit.get());
        } else if (event.getClickCount() == 2) {
            doubleClick(hit.get(), event);
        }
    }

    private void click(Hit hit) {
        if (hit.onSign()) {
            wishes.turn(hit.card().box().hinge());
        } else {
            wishes.pick(hit.picked());
        }
    }

    /** On the head of what has parts unfolds it; on numbers goes there; what is given is changed. */
    private void doubleClick(Hit hit, MouseEvent event) {
        Card card = hit.card();
        Picture picture = canvas.picture().orElseThrow();
        boolean head = point(event).y() - picture.spot(card.id()).y()
                < picture.faces().get(card.id()).head();
        boolean foldable = card.box().isFoldable();
        if (hit.onSign()) {
            return;
        } else if (head && foldable) {
            wishes.turn(card.box().hinge());
        } else if (card.box().kind().isGiven() && hit.picked().node() == card.id()) {
            wishes.edit(hit.picked());
        } else {
            wishes.runTo(hit.picked().node());
        }
    }

    private void pick(Wire wire) {
        Picture picture = canvas.picture().orElseThrow();
        Card from = picture.card(wire.link().from()).orElseThrow();
        boolean back = wire.flow() == Wire.Flow.BACKWARD && from.hasGradient();
        wishes.pick(Picked.whole(back ? from.gradient().orElseThrow().node() : from.id()));
    }

    private Optional<Hit> hit(MouseEvent event) {
        Spot at = point(event);
        return canvas.picture().flatMap(picture -> Hit.at(picture, at.x(), at.y()));
    }

    private Optional<Wire> wire(MouseEvent event) {
        Spot at = point(event);
        Spot near = at.grown(NEAR / canvas.camera().scale());
        return canvas.picture()
                .flatMap(picture -> picture.model().wires().stream()
                        .filter(wire ->
                                picture.routes().get(wire.link()).bounds().touches(near))
                        .filter(wire -> picture.routes().get(wire.link()).passes(near))
                        .findFirst());
    }

    private Spot point(MouseEvent event) {
        return canvas.camera().under(new Spot(event.getX(), event.getY(), 0, 0));
    }

    @Override
    public void mouseWheelMoved(MouseWheelEvent event) {
        double turns = event.getPreciseWheelRotation();
        if (event.isControlDown() || event.isMetaDown()) {
            canvas.zoom(StrictMath.pow(WHEEL, -turns), event.getX(), event.getY());
        } else if (event.isShiftDown()) {
            canvas.shift(-turns * SCROLL, 0);
        } else {
            canvas.shift(0, -turns * SCROLL);
        }
    }
}
