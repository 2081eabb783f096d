package chainstep.ui.window;

import chainstep.ui.DebugScene;
import chainstep.ui.DebugView;
import chainstep.ui.Settings;
import chainstep.ui.look.Palette;
import chainstep.ui.timeline.TimelineView;
import chainstep.ui.window.Shares.Line;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Container;
import java.awt.event.ActionEvent;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.swing.AbstractAction;
import javax.swing.AbstractButton;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.JTable;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;

/**
 * The Debug page: source, variables and watches at the left, the graph in the middle, the derivation at the right, the timeline
 * below. In a lecture hall only graph and derivation, the rest in drawers.
 */
public final class DebugPage extends JPanel implements DebugView {
    private final transient Map<Part, JComponent> parts;
    private final transient Shares shares;
    private final Set<Part> open = EnumSet.allOf(Part.class);
    private final Drawers drawers;
    private boolean lecture;
    private boolean comparing;
    private Palette palette = Palette.of(Settings.FIRST.theme());
    private transient Optional<Component> content = Optional.empty();

    public DebugPage(Map<Part, JComponent> parts, Shares shares) {
        super(new BorderLayout());
        this.parts = Map.copyOf(parts);
        this.shares = shares;
        this.drawers = new Drawers(this);
        arrange();
    }

    /** Gives the derivation the room for two, or takes it back. */
    void compare(boolean now) {
        if (comparing != now) {
            comparing = now;
            arrange();
        }
    }

    /** What Escape does wherever in the window the keyboard is, unless something nearer to it has that key. */
    void whenEscaped(Runnable deed) {
        getInputMap(WHEN_IN_FOCUSED_WINDOW).put(KeyStroke.getKeyStroke("ESCAPE"), "escape");
        getActionMap().put("escape", new AbstractAction() {
            @Override
            public boolean isEnabled() {
                return comparing;
            }

            @Override
            public void actionPerformed(ActionEvent event) {
                deed.run();
            }
        });
    }

    /** Puts the look on anew, on what is put away too. */
    void updateLooks() {
        parts.values().forEach(SwingUtilities::updateComponentTreeUI);
        SwingUtilities.updateComponentTreeUI(drawers);
    }

    public boolean isOpen(Part part) {
        return open.contains(part);
    }

    /** Opens a drawer or closes it. */
    public void toggle(Part part) {
        if (!open.remove(part)) {
            open.add(part);
        }
        arrange();
    }

    /** Brings the focus to a part, opened where it is in a drawer; says whether it takes it. */
    public boolean focus(Part part) {
        if (!isOpen(part)) {
            toggle(part);
        }
        JComponent place = parts.get(part);
        Optional<JComponent> taker = place instanceof TimelineView timeline
                ? Optional.of(timeline.first())
                : first(place, DebugPage::takesKeys).or(() -> first(place, JScrollPane.class::isInstance));
        taker.ifPresent(Component::requestFocusInWindow);
        return taker.isPresent();
    }

    /** Whether keys do something to it; buttons aside. */
    private static boolean takesKeys(JComponent component) {
        return !(component instanceof AbstractButton)
                && (component instanceof JTable
                        || component.getInputMap(WHEN_FOCUSED).allKeys() != null);
    }

    /** The first of a kind inside that is there to be seen and can take the focus. */
    private static Optional<JComponent> first(Component place, Predicate<JComponent> kind) {
        if (!place.isVisible()) {
            return Optional.empty();
        }
        if (place instanceof JComponent swing && swing.isEnabled() && swing.isFocusable() && kind.test(swing)) {
            return Optional.of(swing);
        }
        return place instanceof Container container
                ? Stream.of(container.getComponents())
                        .map(inner -> first(inner, kind))
                        .flatMap(Optional::stream)
                        .findFirst()
                : Optional.empty();
    }

    private void arrange() {
        content.ifPresent(this::remove);
        Component page = beside();
        if (isOpen(Part.TIMELINE)) {
            page = split(JSplitPane.VERTICAL_SPLIT, page, parts.get(Part.TIMELINE), Line.BOTTOM, 1);
        }
        content = Optional.of(page);
        add(page);
        if (lecture) {
            add(drawers, BorderLayout.PAGE_END);
        } else {
            remove(drawers);
        }
        drawers.refresh();
        revalidate();
        repaint();
    }

    private Component beside() {
        Component page = split(
                JSplitPane.HORIZONTAL_SPLIT, parts.get(Part.GRAPH), parts.get(Part.DERIVATION), besideDerivation(), 1);
        return column().<Component>map(left -> split(JSplitPane.HORIZONTAL_SPLIT, left, page, Line.LEFT, 0))
                .orElse(page);
    }

    private Line besideDerivation() {
        if (comparing) {
            return lecture ? Line.COMPARED_IN_HALL : Line.COMPARED;
        }
        return lecture ? Line.LECTURE : Line.RIGHT;
    }

    /** The left column, of what is open of it. */
    private Optional<Component> column() {
        Optional<Component> lower = below(part(Part.VARIABLES), part(Part.WATCHES), Line.VARIABLES);
        return below(part(Part.SOURCE), lower, Line.SOURCE);
    }

    private Optional<Component> part(Part part) {
        return Optional.<Component>of(parts.get(part)).filter(there -> isOpen(part));
    }

    private Optional<Component> below(Optional<Component> upper, Optional<Component> lower, Line line) {
        return upper.isPresent() && lower.isPresent()
                ? Optional.of(split(JSplitPane.VERTICAL_SPLIT, upper.get(), lower.get(), line, 0.5))
                : upper.or(() -> lower);
    }

    private Split split(int direction, Component first, Component second, Line line, double keeps) {
        Split split = new Split(direction, first, second, shares, line, keeps);
        split.colour(palette);
        return split;
    }

    @Override
    public void show(DebugScene scene) {
        Palette next = Palette.of(scene.settings().theme());
        drawers.show(scene);
        if (next != palette) {
            palette = next;
            arrange();
        }
        if (lecture != scene.settings().projector()) {
            lecture = scene.settings().projector();
            open.clear();
            open.addAll(lecture ? Part.IN_LECTURES : EnumSet.allOf(Part.class));
            arrange();
        }
    }
}
