package chainstep.ui.graph;

import chainstep.ui.look.Hue;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.awt.event.FocusEvent;
import java.awt.event.FocusListener;
import java.awt.event.MouseEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The surface that a picture is painted on; repaints what has changed and no more. */
final class GraphCanvas extends Surface {
    /** Told when another part of the drawing is looked at. */
    interface Watcher {
        void looksAt(Camera camera);
    }

    private static final double CLEAR = 4;
    /** How far from the drawing an edge may be told of. */
    private static final double FAR = 120;

    private final Function<Hit, Optional<Iterable<String>>> tips;
    private final List<Watcher> watchers = new ArrayList<>();
    private final Sight sight = new Sight(this, this::moved);
    private Optional<Picture> picture = Optional.empty();
    private Optional<Callout> callout = Optional.empty();
    private PicturePainter painter;
    private Ink ink;
    private String local = "";
    private Notice notice = Notice.NONE;
    private Supplier<List<Spot>> others = List::of;

    /** @param tips what is said of a place in the drawing */
    GraphCanvas(Ink ink, Function<Hit, Optional<Iterable<String>>> tips) {
        this.tips = tips;
        dress(ink);
        setToolTipText("");
        setOpaque(true);
        setFocusable(true);
        addFocusListener(new FocusListener() {
            @Override
            public void focusGained(FocusEvent event) {
                repaint();
            }

            @Override
            public void focusLost(FocusEvent event) {
                repaint();
            }
        });
        addComponentListener(new ComponentAdapter() {
            @Override
            public void componentResized(ComponentEvent event) {
                settle();
            }
        });
    }

    void watch(Watcher watcher) {
        watchers.add(watcher);
    }

    /** Another theme. */
    final void dress(Ink other) {
        ink = other;
        painter = new PicturePainter(other);
        repaint();
    }

    /** How small and how large the drawing may be shown when nobody has said how. */
    void scales(double smallest, double largest) {
        if (sight.scales(smallest, largest)) {
            settle();
        }
    }

    Optional<Picture> picture() {
        return picture;
    }

    Optional<Callout> callout() {
        return callout;
    }

    Camera camera() {
        return sight.camera();
    }

    /** Whether nobody has said which part of the drawing to look at. */
    boolean isFitting() {
        return sight.isFitting();
    }

    void clear() {
        picture = Optional.empty();
        callout = Optional.empty();
        sight.fitting();
        repaint();
    }

    /** @param word in front of a local derivative */
    void show(Picture next, String word) {
        Optional<Picture> before = picture;
        Optional<Callout> told = callout;
        picture = Optional.of(next);
        local = word;
        boolean same = before.filter(old -> old.places() == next.places()).isPresent();
        if (!same) {
            settle(before, next);
        } else if (!Attention.now(before.get()).equals(Attention.now(next))) {
            attend(next);
        }
        tell();
        if (same && before.get().faces().equals(next.faces())) {
            changed(before.get(), next, told);
        } else {
            repaint();
        }
    }

    /** Says of the edge that a gradient comes back along what it multiplies by, where that hides nothing. */
    void tell() {
        callout = wish().filter(told -> told.berth().isClear());
    }

    /** The best there is in sight. */
    private Optional<Callout> wish() {
        Spot all = new Spot(0, 0, getWidth(), getHeight());
        Camera camera = camera();
        Spot seen = getWidth() == 0 ? picture.map(p -> p.places().bounds()).orElse(all) : camera.under(all);
        List<Spot> covered = sight.tools().stream().map(camera::under).toList();
        return picture.flatMap(next -> Callout.of(next, local, seen.grown(-CLEAR / camera.scale()), covered));
    }

    /** Moves to what is now where it is not in sight, and on to where there is room to tell of its edge. */
    private void attend(Picture shown) {
        sight.attend(shown, Optional.empty());
        if (wish().filter(told -> !told.berth().isFree()).isPresent()) {
            Spot around = shown.places().bounds().grown(FAR);
            sight.attend(shown, Callout.of(shown, local, around, List.of()).map(Callout::spot));
        }
    }

    /** What is picked, or else what is now. */
    Optional<Card> lead() {
        return picture.flatMap(shown -> shown.model().cards().stream()
                .filter(Card::isPicked)
                .findFirst()
                .or(() -> shown.model().cards().stream().filter(Card::isNow).findFirst()));
    }

    void reveal(Spot part) {
        sight.reveal(part);
    }

    /** Brings what was sought to the middle where it is not in sight. */
    void meet(Spot part) {
        picture.ifPresent(all -> sight.meet(part, all.places().bounds()));
    }

    /** Where in the view something lies over the drawing. */
    void under(Supplier<List<Spot>> covering) {
        sight.under(covering);
    }

    /** Where in the view something else lies that a note gives way to. */
    void beside(Supplier<List<Spot>> covering) {
        others = covering;
    }

    private void changed(Picture before, Picture next, Optional<Callout> told) {
        Changes.between(before, next, part -> repaint(part));
        if (!told.equals(callout)) {
            told.ifPresent(old -> repaint(old.bounds()));
            callout.ifPresent(fresh -> repaint(fresh.bounds()));
        }
    }

    private void repaint(Spot part) {
        Spot there = camera().there(part);
        repaint(new Rectangle(
                (int) Math.floor(there.x()),
                (int) Math.floor(there.y()),
                (int) Math.ceil(there.width()) + 2,
                (int) Math.ceil(there.height()) + 2));
    }

    /** As at first, in a view of another size. */
    void refit() {
        sight.fitting();
        settle();
    }

    /** All of it, in the middle. */
    void fit() {
        sight.fitting();
        picture.ifPresent(sight::fit);
    }

    private void settle() {
        picture.ifPresent(all -> settle(Optional.empty(), all));
    }

    private void settle(Optional<Picture> before, Picture next) {
        if (sight.hasRoom() && sight.isFitting()) {
            sight.settle(next);
            attend(next);
        } else if (sight.hasRoom()) {
            before.ifPresent(old -> sight.anchor(old, next));
        }
    }

    void zoom(double factor, double x, double y) {
        sight.go(camera().zoomed(factor, x, y));
    }

    void zoom(double factor) {
        zoom(factor, getWidth() / 2.0, getHeight() / 2.0);
    }

    void full() {
        sight.go(camera().full(getWidth() / 2.0, getHeight() / 2.0));
    }

    void shift(double dx, double dy) {
        sight.go(camera().moved(dx, dy));
    }

    void centre(double x, double y) {
        sight.go(camera().centred(x, y, getWidth(), getHeight()));
    }

    void look(Camera next) {
        sight.look(next);
    }

    private void moved(Camera next) {
        tell();
        watchers.forEach(watcher -> watcher.looksAt(next));
        repaint();
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = (Graphics2D) graphics.create();
        Rectangle part = g.getClipBounds();
        if (part == null) {
            part = new Rectangle(getSize());
        }
        Spot view = new Spot(part.x, part.y, part.width, part.height);
        if (picture.isPresent()) {
            Graphics2D drawing = (Graphics2D) g.create();
            painter.paint(drawing, picture.get(), callout, camera(), view);
            drawing.dispose();
        } else {
            g.setColor(ink.ground());
            g.fill(part);
        }
        List<Spot> above =
                Stream.concat(sight.tools().stream(), others.get().stream()).toList();
        notice.paint(g, ink, getWidth(), getHeight(), above, seen());
        if (isFocusOwner()) {
            g.setColor(ink.of(Hue.VALUE));
            g.setStroke(Ink.FRAME);
            g.drawRect(1, 1, getWidth() - 3, getHeight() - 3);
        }
        g.dispose();
    }

    /** The boxes that are in sight, and what is told of an edge, where they are in the view. */
    List<Spot> seen() {
        Spot view = new Spot(0, 0, getWidth(), getHeight());
        return Stream.concat(
                        picture.stream().flatMap(all -> all.places().spots().values().stream()),
                        callout.stream().map(Callout::spot))
                .map(camera()::there)
                .filter(view::touches)
                .toList();
    }

    /** Says something of the drawing as a whole. */
    void say(Notice next) {
        if (!notice.equals(next)) {
            notice = next;
            getAccessibleContext().setAccessibleDescription(next.note());
            repaint();
        }
    }

    boolean isPale() {
        return notice.isPale();
    }

    String note() {
        return notice.note();
    }

    @Override
    public String getToolTipText(MouseEvent event) {
        Spot at = camera().under(new Spot(event.getX(), event.getY(), 0, 0));
        return picture.flatMap(all -> Hit.at(all, at.x(), at.y()))
                .flatMap(tips)
                .map(GraphCanvas::html)
                .orElse(null);
    }

    private static String html(Iterable<String> lines) {
        StringBuilder html = new StringBuilder("<html>");
        lines.forEach(line ->
                html.append(line.replace("&", "&amp;").replace("<", "&lt;")).append("<br>"));
        return html.append("</html>").toString();
    }
}
