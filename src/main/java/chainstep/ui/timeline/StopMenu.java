package chainstep.ui.timeline;

import chainstep.debug.Breakpoint;
import chainstep.debug.DebugState;
import chainstep.debug.Places;
import chainstep.graph.Program;
import chainstep.ui.Sitting;
import chainstep.ui.StopWords;
import chainstep.words.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;

/**
 * What can be done about stopping at one step: at what it computes or at its line, and about the breakpoints there.
 *
 * @param wishes what carries it out
 * @param dots of all breakpoints
 */
record StopMenu(Sitting sitting, chainstep.ui.Stops wishes, Stops dots, Locale locale) {
    /** Stops at what a step computes from now on, or no longer. */
    void toggle(long index) {
        place(index).ifPresent(wishes::toggle);
    }

    /** The menu of a step; of the start, with its number −1, what there is about its breakpoints. */
    JPopupMenu of(long index, String title) {
        JPopupMenu menu = new JPopupMenu(title);
        JMenuItem head = new JMenuItem(title);
        head.setEnabled(false);
        menu.add(head);
        menu.addSeparator();
        Optional<Breakpoint.Place> place = place(index);
        place.ifPresent(
                at -> menu.add(item(isArmed(at) ? "stop.not.key" : "stop.at.key", words(at), () -> wishes.toggle(at))));
        int line = line(index);
        if (line > 0) {
            String key = isOn(line) ? "stop.not" : "stop.at";
            menu.add(item(key, words(new Breakpoint.OnLine(line)), () -> wishes.toggle(line)));
        }
        for (Stops.Dot dot : dots.at(index)) {
            Breakpoint there = dot.breakpoint();
            String what = words(there.place());
            menu.addSeparator();
            menu.add(item(
                    there.enabled() ? "stop.off" : "stop.on", what, () -> wishes.enable(there.id(), !there.enabled())));
            menu.add(item("stop.remove", what, () -> wishes.remove(there.id())));
        }
        return menu;
    }

    private Optional<Breakpoint.Place> place(long index) {
        return node(index).map(node -> Places.at(program(), node));
    }

    private Optional<Integer> node(long index) {
        DebugState state = sitting.state();
        return index < 0
                ? Optional.empty()
                : Optional.of(state.tree().at(0, index, state.depth()).node());
    }

    private int line(long index) {
        return node(index).map(node -> program().node(node).origin().line()).orElse(0);
    }

    private Program program() {
        return sitting.state().program();
    }

    private boolean isArmed(Breakpoint.Place place) {
        return breakpoints().stream()
                .anyMatch(each -> each.enabled() && each.place().equals(place));
    }

    private boolean isOn(int line) {
        return breakpoints().stream().anyMatch(each -> each.place().line().equals(OptionalInt.of(line)));
    }

    private List<Breakpoint> breakpoints() {
        return sitting.breakpoints();
    }

    private String words(Breakpoint.Place place) {
        return StopWords.of(place, sitting, locale);
    }

    private JMenuItem item(String key, String what, Runnable wish) {
        JMenuItem item = new JMenuItem(Words.of("ui", locale).say(key, what));
        item.addActionListener(event -> wish.run());
        return item;
    }
}
