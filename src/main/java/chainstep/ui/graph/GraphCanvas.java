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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** The surface that a picture is painted on; repaints what has changed and no more. */
final class GraphCanvas extends Surface {
    /** Told when another part of the drawing is looked at. */
    interface Watcher {
        void looksAt(Camera camera);
    }

    private static final double CLEAR = 4;
    /** How far from the drawing an edge may be told of. */
    private static final double FAR = 120;

    private static final float NOTE = 12;

    private final Function<Hit, Optional<Iterable<String>>> tips;
    private final List<Watcher> watchers = new ArrayList<>();
    private Optional<Picture> picture = Optional.empty();
    private Optional<Callout> callout = Optional.empty();
    private PicturePainter painter;
    private Ink ink;
    private Camera camera = Camera.FIRST;
    private double least = 0.7;
    private double most = 1.3;
    private boolean fits = true;
    private String message = "";
    private String local = "";
    private String note = "";
    private boolean pale;
    private Supplier<List<Spot>> tools = List::of;

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
        if (least != smallest || most != largest) {
            least = smallest;
            most = largest;
            fits = true;
            settle();
        }
    }

    Optional<Picture> picture() {
        return picture;
    }

    Camera camera() {
        return camera;
    }

    /** Whether nobody has said which part of the drawing to look at. */
    boolean isFitting() {
        return fits;
    }

    void clear() {
        picture = Optional.empty();
        callout = Optional.empty();
        fits = true;
        repaint();
    }

    /** @param word in front of a local derivative */
    void show(Picture next, String word) {
        Optional<Picture> before = picture;
        Optional<Callout> told = callout;
        picture = Optional.of(next);
        local = word;
        boolean same = before.filter(old -> old.places() == next.places()).isPresent();
        if (same) {
            follow(before.get(), next);
        } else {
            settle(before, next);
        }
        tell();
        if (same && before.get().faces().equals(next.faces())) {
            changed(before.get(), next, told);
        } else {
            repaint();
        }
    }

    /** Says of the edge that a gradient comes back along what it multiplies by, where there is room. */
    void tell() {
        Spot all = new Spot(0, 0, getWidth(), getHeight());
        Spot seen = getWidth() == 0 ? picture.map(p -> p.places().bounds()).orElse(all) : camera.under(all);
        List<Spot> covered = tools.get().stream().map(camera::under).toList();
        callout = picture.flatMap(next -> Callout.of(next, local, seen.grown(-CLEAR / camera.scale()), covered));
    }

    /** Keeps what is now in sight. */
    private void follow(Picture before, Picture next) {
        if (!Attention.now(before).equals(Attention.now(next))) {
            attend(next);
        }
    }

    /** Moves to what is now where it is not in sight, and on to where there is room to tell of its edge. */
    private void attend(Picture shown) {
        attend(shown, Optional.empty());
        tell();
        if (callout.filter(told -> !told.berth().isFree()).isPresent()) {
            Spot around = shown.places().bounds().grown(FAR);
            attend(shown, Callout.of(shown, local, around, List.of()).map(Callout::spot));
        }
    }

    private void attend(Picture shown, Optional<Spot> told) {
        Spot area = Camera.clear(getWidth(), getHeight());
        Spot bounds = shown.places().bounds();
        Attention.of(shown, told, part -> camera.holds(part, area))
                .filter(part -> getWidth() > 0 && !camera.sees(part.grown(4), getWidth(), getHeight()))
                .ifPresent(part -> look(camera.around(part, area, bounds.with(part))));
    }

    /** The box that is picked, or else the one that is now. */
    Optional<Card> lead() {
        return picture.flatMap(shown -> shown.model().cards().stream()
                .filter(Card::isPicked)
                .findFirst()
                .or(() -> shown.model().cards().stream().filter(Card::isNow).findFirst()));
    }

    void reveal(Spot part) {
        if (getWidth() > 0 && !camera.sees(part.grown(4), getWidth(), getHeight())) {
            look(camera.showing(part, Camera.clear(getWidth(), getHeight())));
        }
    }

    /** Where in the view something lies over the drawing. */
    void under(Supplier<List<Spot>> covering) {
        tools = covering;
    }

    Optional<Callout> callout() {
        return callout;
    }

    private void changed(Picture before, Picture next, Optional<Callout> told) {
        for (int k = 0; k < next.model().cards().size(); k++) {
            Card card = next.model().cards().get(k);
            if (!card.equals(before.model().cards().get(k))) {
                repaint(next.spot(card.id()).grown(9));
            }
        }
        for (int k = 0; k < next.model().wires().size(); k++) {
            Wire wire = next.model().wires().get(k);
            if (!wire.equals(before.model().wires().get(k))) {
                repaint(next.routes().get(wire.link()).bounds());
            }
        }
        if (!told.equals(callout)) {
            told.ifPresent(old -> repaint(old.bounds()));
            callout.ifPresent(fresh -> repaint(fresh.bounds()));
        }
    }

    private void repaint(Spot part) {
        Spot there = camera.there(part);
        repaint(new Rectangle(
                (int) Math.floor(there.x()),
                (int) Math.floor(there.y()),
                (int) Math.ceil(there.width()) + 2,
                (int) Math.ceil(there.height()) + 2));
    }

    /** All of it, in the middle. */
    void fit() {
        fits = true;
        picture.ifPresent(all -> look(Camera.fit(all.places().bounds(), getWidth(), getHeight(), 0, most)));
    }

    /** As large as it can be read at, and if that is too large the part that matters. */
    private void settle() {
        picture.ifPresent(all -> settle(Optional.empty(), all));
    }

    private void settle(Optional<Picture> before, Picture next) {
        if (getWidth() == 0 || getHeight() == 0) {
            return;
        }
        if (fits) {
            Camera whole = Camera.fit(next.places().bounds(), getWidth(), getHeight(), least, most);
            boolean all = whole.sees(next.places().bounds(), getWidth(), getHeight());
            look(all ? whole : whole.showing(next.places().bounds(), getWidth(), getHeight()));
            attend(next);
        } else {
            before.flatMap(old -> anchor(old, next)).ifPresent(this::look);
        }
    }

    /** So that the box in the middle stays where it was when others come or go. */
    private Optional<Camera> anchor(Picture before, Picture next) {
        double x = (getWidth() / 2.0 - camera.x()) / camera.scale();
        double y = (getHeight() / 2.0 - camera.y()) / camera.scale();
        return before.model().cards().stream()
                .map(Card::id)
                .filter(id -> next.places().spots().containsKey(id))
                .min(Comparator.comparingDouble(id -> Math.hypot(
                        before.spot(id).centreX() - x, before.spot(id).centreY() - y)))
                .map(id -> camera.moved(
                        (before.spot(id).x() - next.spot(id).x()) * camera.scale(),
                        (before.spot(id).y() - next.spot(id).y()) * camera.scale()));
    }

    void zoom(double factor, double x, double y) {
        fits = false;
        look(camera.zoomed(factor, x, y));
    }

    void zoom(double factor) {
        zoom(factor, getWidth() / 2.0, getHeight() / 2.0);
    }

    void full() {
        fits = false;
        look(camera.full(getWidth() / 2.0, getHeight() / 2.0));
    }

    void shift(double dx, double dy) {
        fits = false;
        look(camera.moved(dx, dy));
    }

    void centre(double x, double y) {
        fits = false;
        look(camera.centred(x, y, getWidth(), getHeight()));
    }

    void look(Camera next) {
        if (!next.equals(camera)) {
            camera = next;
            tell();
            watchers.forEach(watcher -> watcher.looksAt(next));
            repaint();
        }
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
            painter.paint(drawing, picture.get(), callout, camera, view);
            drawing.dispose();
        } else {
            g.setColor(ink.ground());
            g.fill(part);
        }
        noted(g);
        said(g);
        if (isFocusOwner()) {
            g.setColor(ink.of(Hue.VALUE));
            g.setStroke(Ink.FRAME);
            g.drawRect(1, 1, getWidth() - 3, getHeight() - 3);
        }
        g.dispose();
    }

    /** Says in a corner what holds of the drawing, which is pale meanwhile if it is no longer what the text says; nothing if empty. */
    void note(String words, boolean isPale) {
        if (!note.equals(words) || pale != isPale) {
            note = words;
            pale = isPale;
            getAccessibleContext().setAccessibleDescription(words);
            repaint();
        }
    }

    boolean isPale() {
        return pale;
    }

    String note() {
        return note;
    }

    private void noted(Graphics2D g) {
        if (pale) {
            g.setColor(ink.veil());
            g.fill(new Rectangle(getSize()));
        }
        if (!note.isEmpty()) {
            Ink.smooth(g);
            g.setFont(ink.words(note).deriveFont(NOTE));
            int width = g.getFontMetrics().stringWidth(note);
            g.translate(NOTE, NOTE);
            ink.plate(g, width + 20, 28);
            g.setColor(ink.of(Hue.TEXT));
            g.drawString(note, 10, 19);
            g.translate(-NOTE, -NOTE);
        }
    }

    /** Says something in the middle where there is nothing to draw. */
    void say(String words) {
        if (!message.equals(words)) {
            message = words;
            repaint();
        }
    }

    private void said(Graphics2D g) {
        Ink.smooth(g);
        g.setColor(ink.of(Hue.MUTED));
        g.setFont(ink.words(message).deriveFont(14f));
        int width = g.getFontMetrics().stringWidth(message);
        g.drawString(message, (getWidth() - width) / 2f, getHeight() / 2f);
    }

    @Override
    public String getToolTipText(MouseEvent event) {
        Spot at = camera.under(new Spot(event.getX(), event.getY(), 0, 0));
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
