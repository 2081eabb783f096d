package chainstep.ui.graph;

import chainstep.debug.Breakpoint;
import chainstep.ui.Picked;
import java.awt.event.ActionEvent;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import javax.swing.AbstractAction;
import javax.swing.JComponent;
import javax.swing.KeyStroke;

/** The keys of the graph: arrows move the pick along the edges, Enter unfolds, plus, minus and 0 zoom. */
final class GraphKeys {
    private static final double ZOOM = 1.25;
    private static final double COLUMN = 1e4;

    private final GraphCanvas canvas;
    private final Wishes wishes;
    private final GraphMenu menu;

    GraphKeys(GraphCanvas canvas, Wishes wishes, GraphMenu menu) {
        this.canvas = canvas;
        this.wishes = wishes;
        this.menu = menu;
    }

    void install() {
        bind(() -> along(true), "RIGHT", "KP_RIGHT");
        bind(() -> along(false), "LEFT", "KP_LEFT");
        bind(() -> aside(1), "DOWN", "KP_DOWN");
        bind(() -> aside(-1), "UP", "KP_UP");
        bind(
                () -> picked().filter(card -> card.box().isFoldable())
                        .ifPresent(card -> wishes.turn(card.box().hinge())),
                "ENTER");
        bind(() -> picked().ifPresent(card -> wishes.runTo(card.id())), "ctrl ENTER");
        bind(() -> picked().ifPresent(card -> wishes.toggleStop(new Breakpoint.OnNode(card.id()))), "typed b");
        bind(
                () -> picked().filter(card -> card.box().kind().isGiven())
                        .ifPresent(card ->
                                wishes.edit(new Picked(card.id(), card.value().element()))),
                "F2");
        bind(wishes::letGo, "ESCAPE");
        bind(() -> canvas.zoom(ZOOM), "typed +", "typed =");
        bind(() -> canvas.zoom(1 / ZOOM), "typed -");
        bind(canvas::full, "typed 0");
        bind(canvas::fit, "typed f", "HOME");
        bind(wishes::find, "ctrl F", "typed /");
        bind(this::openMenu, "CONTEXT_MENU", "shift F10");
    }

    private void bind(Runnable wish, String... strokes) {
        for (String stroke : strokes) {
            canvas.getInputMap(JComponent.WHEN_FOCUSED).put(KeyStroke.getKeyStroke(stroke), stroke);
            canvas.getActionMap().put(stroke, new AbstractAction() {
                @Override
                public void actionPerformed(ActionEvent event) {
                    wish.run();
                }
            });
        }
    }

    private Optional<Card> picked() {
        return canvas.lead();
    }

    /** To a box that reads this one, or that this one reads: the one most level with it. */
    private void along(boolean forward) {
        canvas.picture().ifPresent(picture -> {
            Optional<Card> from = picked();
            Stream<Integer> next = picture.model().wires().stream()
                    .map(Wire::link)
                    .filter(link -> from.isPresent()
                            && (forward ? link.from() : link.to()) == from.get().id())
                    .map(link -> forward ? link.to() : link.from());
            double y = from.map(card -> picture.spot(card.id()).centreY()).orElse(0.0);
            pick(picture, next, spot -> Math.abs(spot.centreY() - y), from);
        });
    }

    /** To the next box above or below, in the same column where there is one. */
    private void aside(int down) {
        canvas.picture().ifPresent(picture -> {
            Optional<Card> from = picked();
            Optional<Spot> at = from.map(card -> picture.spot(card.id()));
            Stream<Integer> next = picture.model().cards().stream()
                    .map(Card::id)
                    .filter(id -> at.isPresent()
                            && (picture.spot(id).centreY() - at.get().centreY()) * down > 1);
            pick(picture, next, spot -> away(spot, at.orElse(spot)), from);
        });
    }

    private static double away(Spot spot, Spot from) {
        boolean sameColumn = spot.x() < from.right() && from.x() < spot.right();
        return Math.abs(spot.centreY() - from.centreY()) + (sameColumn ? 0 : COLUMN + Math.abs(spot.x() - from.x()));
    }

    /** The nearest; the first of all where nothing is picked yet. */
    private void pick(Picture picture, Stream<Integer> among, ToDoubleFunction<Spot> far, Optional<Card> from) {
        Optional<Integer> first = picture.model().cards().stream().map(Card::id).findFirst();
        Optional<Integer> next = among.min(Comparator.comparingDouble(id -> far.applyAsDouble(picture.spot(id))));
        (from.isPresent() ? next : first).ifPresent(id -> {
            wishes.pick(Picked.whole(id));
            canvas.reveal(picture.spot(id));
        });
    }

    private void openMenu() {
        picked().ifPresent(card -> canvas.picture().ifPresent(picture -> {
            Spot there = canvas.camera().there(picture.spot(card.id()));
            menu.of(Optional.of(card)).show(canvas, (int) there.centreX(), (int) there.centreY());
        }));
    }
}
