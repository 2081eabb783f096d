package chainstep.ui.graph;

import chainstep.debug.Breakpoint;
import chainstep.ui.Picked;
import chainstep.words.Words;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javax.swing.ButtonGroup;
import javax.swing.JMenu;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import javax.swing.JRadioButtonMenuItem;

/** The menu of a box, and of the ground. */
final class GraphMenu {
    private final GraphCanvas canvas;
    private final Wishes wishes;
    private final Supplier<Words> words;
    private final Supplier<Grain> grain;

    GraphMenu(GraphCanvas canvas, Wishes wishes, Supplier<Words> words, Supplier<Grain> grain) {
        this.canvas = canvas;
        this.wishes = wishes;
        this.words = words;
        this.grain = grain;
    }

    void show(Optional<Hit> hit, int x, int y) {
        hit.ifPresent(on -> wishes.pick(on.picked()));
        of(hit.map(Hit::card)).show(canvas, x, y);
    }

    JPopupMenu of(Optional<Card> card) {
        JPopupMenu menu = new JPopupMenu();
        card.ifPresent(on -> {
            box(menu, on);
            menu.addSeparator();
        });
        JMenu grains = new JMenu(words.get().say("graph.fold"));
        grains(grains.getPopupMenu());
        menu.add(grains);
        menu.add(item("graph.find", wishes::find));
        menu.add(item("graph.fit", canvas::fit));
        return menu;
    }

    private void box(JPopupMenu menu, Card card) {
        Box box = card.box();
        if (!box.kind().isGiven()) {
            menu.add(item("graph.run", () -> wishes.runTo(card.id()), card.name()));
        }
        card.gradient()
                .ifPresent(gradient ->
                        menu.add(item("graph.run.gradient", () -> wishes.runTo(gradient.node()), card.name())));
        if (!box.kind().isGiven() || card.next().isPresent()) {
            menu.add(stop("graph.stop", new Breakpoint.OnNode(card.id()), card));
        }
        if (card.gradient().isPresent()) {
            menu.add(stop("graph.stop.gradient", new Breakpoint.OnGradient(card.id()), card));
        }
        if (box.kind().isGiven()) {
            menu.add(item("graph.edit", () -> wishes.edit(Picked.whole(card.id())), card.name()));
        }
        if (box.parted()) {
            menu.add(item("graph.unfold", () -> wishes.turn(box.hinge())));
        } else if (box.apart()) {
            menu.add(item("graph.refold", () -> wishes.turn(box.hinge())));
        }
    }

    /** To stop somewhere from now on, or no longer, as the case is. */
    private JMenuItem stop(String key, Breakpoint.Place place, Card card) {
        return item(wishes.stopsAt(place) ? key + ".not" : key, () -> wishes.toggleStop(place), card.name());
    }

    /** How much one box may stand for. */
    void grains(JPopupMenu menu) {
        ButtonGroup group = new ButtonGroup();
        for (Grain each : Grain.values()) {
            JRadioButtonMenuItem item = new JRadioButtonMenuItem(word(words.get(), each), each == grain.get());
            item.addActionListener(event -> wishes.fold(each));
            group.add(item);
            menu.add(item);
        }
    }

    static String word(Words words, Grain grain) {
        return words.say("graph.grain." + grain.name().toLowerCase(Locale.ROOT));
    }

    private JMenuItem item(String key, Runnable wish, Object... arguments) {
        JMenuItem item = new JMenuItem(words.get().say(key, arguments));
        item.addActionListener(event -> wish.run());
        return item;
    }
}
