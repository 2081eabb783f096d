package chainstep.ui.graph;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.swing.JComponent;

/** Which part of a drawing is in sight: all of it where that can be read, else what is now; where the user has moved to, that. */
final class Sight {
    private static final double CLEAR = 4;
    /** How much of a view's height tools may keep free above, and below. */
    private static final double SHARE = 1 / 4.0;
    /** Around a box that is to be seen. */
    private static final double AROUND = 4;

    /** How much smaller it may be shown if all of it is in sight then. */
    private static final double NEARLY = 0.955;

    private final JComponent view;
    private final Consumer<Camera> moved;
    private Supplier<List<Spot>> tools = List::of;
    private Camera camera = Camera.FIRST;
    private double least = 0.7;
    private double most = 1.3;
    private boolean fits = true;

    /** @param moved told when another part is looked at */
    Sight(JComponent view, Consumer<Camera> moved) {
        this.view = view;
        this.moved = moved;
    }

    Camera camera() {
        return camera;
    }

    /** Whether nobody has said which part of the drawing to look at. */
    boolean isFitting() {
        return fits;
    }

    void fitting() {
        fits = true;
    }

    /** Where in the view something lies over the drawing. */
    void under(Supplier<List<Spot>> covering) {
        tools = covering;
    }

    List<Spot> tools() {
        return tools.get();
    }

    /** How small and how large a drawing may be shown when nobody has said how; says whether that is new. */
    boolean scales(double smallest, double largest) {
        boolean other = least != smallest || most != largest;
        least = smallest;
        most = largest;
        fits |= other;
        return other;
    }

    void look(Camera next) {
        if (!next.equals(camera)) {
            camera = next;
            moved.accept(next);
        }
    }

    /** The same, as the user's wish. */
    void go(Camera next) {
        fits = false;
        look(next);
    }

    boolean hasRoom() {
        return view.getWidth() > 0 && view.getHeight() > 0;
    }

    /** All of it, in the middle. */
    void fit(Picture picture) {
        fits = true;
        look(Camera.fit(picture.places().bounds(), view.getWidth(), view.getHeight(), 0, most));
    }

    /** As large as it can be read at. */
    void settle(Picture picture) {
        Spot all = picture.places().bounds();
        Camera whole = Camera.fit(all, view.getWidth(), view.getHeight(), NEARLY * least, most);
        Camera legible = Camera.fit(all, view.getWidth(), view.getHeight(), least, most);
        look(sees(whole, all) ? whole : legible.showing(all, view.getWidth(), view.getHeight()));
    }

    private boolean sees(Camera by, Spot part) {
        return by.sees(part, view.getWidth(), view.getHeight());
    }

    /** Moves to what is now where it is not in sight. */
    void attend(Picture shown, Optional<Spot> told) {
        Spot area = clear();
        Spot bounds = shown.places().bounds();
        if (isWhole(bounds)) {
            told.ifPresent(also -> widen(bounds.with(also)));
            return;
        }
        Attention.of(shown, told, part -> camera.holds(part, area))
                .filter(part -> hasRoom() && !isClear(part, area))
                .ifPresent(part -> look(camera.around(part, area, bounds.with(part))));
    }

    private boolean isWhole(Spot bounds) {
        Spot room = Camera.room(view.getWidth(), view.getHeight()).grown(1);
        return fits && hasRoom() && sees(camera, bounds) && camera.holds(bounds, room);
    }

    /** All of a drawing stays in sight: what is told of it is given room by making it smaller. */
    private void widen(Spot all) {
        Camera wide = Camera.fit(all, view.getWidth(), view.getHeight(), least, camera.scale());
        if (wide.holds(all, Camera.room(view.getWidth(), view.getHeight()).grown(1))) {
            look(wide);
        }
    }

    void reveal(Spot part) {
        if (hasRoom() && !isClear(part, clear())) {
            look(camera.showing(part, clear()));
        }
    }

    /** The same with as much around it as can be, for one who does not know where it stands; as large as it can be read at. */
    void meet(Spot part, Spot drawing) {
        Spot area = clear();
        if (hasRoom() && camera.scale() < least) {
            Camera near = camera.zoomed(least / camera.scale(), area.centreX(), area.centreY());
            go(near.around(part, area, drawing));
            return;
        }
        if (hasRoom() && !isClear(part, area) && camera.holds(part, area)) {
            look(camera.around(part, area, drawing));
        } else {
            reveal(part);
        }
    }

    /** What tools do not cover of the view, above and below; all of it where there is little. */
    private Spot clear() {
        double share = SHARE * view.getHeight();
        double top = 0;
        double bottom = view.getHeight();
        for (Spot tool : tools.get()) {
            if (tool.centreY() < view.getHeight() / 2.0) {
                top = Math.max(top, Math.min(share, tool.bottom() + CLEAR));
            } else {
                bottom = Math.min(bottom, Math.max(view.getHeight() - share, tool.y() - CLEAR));
            }
        }
        return new Spot(0, top, view.getWidth(), bottom - top);
    }

    /** Whether a part of the drawing is in sight, and under no tool if that can be. */
    private boolean isClear(Spot part, Spot area) {
        Spot there = camera.there(part);
        boolean covered = camera.holds(part, area) && tools.get().stream().anyMatch(there::touches);
        return sees(camera, part.grown(AROUND)) && !covered;
    }

    /** So that the box in the middle stays where it was when others come or go. */
    void anchor(Picture before, Picture next) {
        double x = (view.getWidth() / 2.0 - camera.x()) / camera.scale();
        double y = (view.getHeight() / 2.0 - camera.y()) / camera.scale();
        before.model().cards().stream()
                .map(Card::id)
                .filter(id -> next.places().spots().containsKey(id))
                .min(Comparator.comparingDouble(id -> Math.hypot(
                        before.spot(id).centreX() - x, before.spot(id).centreY() - y)))
                .ifPresent(id -> look(camera.moved(
                        (before.spot(id).x() - next.spot(id).x()) * camera.scale(),
                        (before.spot(id).y() - next.spot(id).y()) * camera.scale())));
    }
}
