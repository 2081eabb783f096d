package chainstep.ui.window;

import static chainstep.ui.window.Hands.see;
import static org.assertj.core.api.Assertions.assertThat;

import chainstep.debug.Breakpoint;
import chainstep.debug.DebugState;
import chainstep.debug.Places;
import chainstep.ui.Seen;
import chainstep.ui.look.Hue;
import chainstep.ui.look.Palette;
import java.awt.Color;
import java.awt.Component;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.swing.JComponent;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import javax.swing.MenuElement;
import javax.swing.MenuSelectionManager;
import org.junit.jupiter.api.Test;

/** Stopping at a step, with a real mouse and real keys on the timeline. */
class RealTimelineTest extends OnDisplay {
    private static final int ASIDE = 16;
    private static final int TICKS = 25;
    private static final int DOTS = 6;

    @Test
    void a_tick_is_stopped_at_from_its_menu_and_by_a_key_and_a_dot_takes_it_away() {
        open(Optional.empty());
        Component track = track();
        long before = see(() -> state().index());
        int x = see(() -> ASIDE + (int) ((track.getWidth() - 2 * ASIDE) * 4.45 / state().count()));
        hands.clickRight(track, x, TICKS);
        choose("Stop at z2 (B)");
        hands.until("a breakpoint", () -> places().size() == 1);
        assertThat(see(() -> state().index())).isEqualTo(before);
        hands.click(track, x, DOTS);
        choose("Do not stop at z2 (B)");
        hands.until("no breakpoint", () -> places().isEmpty());
        assertThat(see(() -> state().index())).isEqualTo(before);
        hands.press("alt LEFT");
        hands.until("a step back", () -> state().index() == before - 1);
        hands.press("ctrl 6");
        hands.until(
                "the timeline", () -> focusOwner().getClass().getSimpleName().endsWith("Track"));
        hands.press("B");
        hands.until("the step's own", () -> places().equals(List.of(own())));
    }

    private Component track() {
        return see(() -> Seen.parts(window.workbench().part(Part.TIMELINE), JComponent.class).stream()
                .filter(part -> part.getClass().getSimpleName().equals("StepTrack"))
                .findFirst()
                .orElseThrow());
    }

    private DebugState state() {
        return scene().sitting().orElseThrow().state();
    }

    @Test
    void its_key_leads_to_the_steps_which_are_seen_to_have_the_focus() {
        open(Optional.empty());
        hands.press("ctrl 6");
        hands.until("the steps have the focus", () -> said(focusOwner()).equals("Steps of the iteration"));
        for (String name : List.of("Steps of the iteration", "Iterations")) {
            hands.until(name, () -> said(focusOwner()).equals(name));
            see(() -> {
                JComponent track = (JComponent) focusOwner();
                int frame =
                        Seen.painted(track, track.getWidth(), track.getHeight()).getRGB(3, track.getHeight() / 2);
                assertThat(new Color(frame))
                        .isEqualTo(Palette.of(scene().settings().theme()).get(Hue.VALUE));
                return true;
            });
            hands.press("shift TAB");
        }
    }

    private static String said(Component part) {
        return part instanceof JComponent known
                ? String.valueOf(known.getAccessibleContext().getAccessibleName())
                : "";
    }

    private Breakpoint.Place own() {
        return Places.at(state().program(), state().step().node());
    }

    private List<Breakpoint.Place> places() {
        return scene().sitting().orElseThrow().breakpoints().stream()
                .map(Breakpoint::place)
                .toList();
    }

    /** Clicks on an entry of the menu that is open. */
    private void choose(String words) {
        hands.until(words, () -> item(words).isPresent());
        JMenuItem item = see(() -> item(words).orElseThrow());
        hands.click(item, see(item::getWidth) / 2, see(item::getHeight) / 2);
    }

    private static Optional<JMenuItem> item(String words) {
        return Stream.of(MenuSelectionManager.defaultManager().getSelectedPath())
                .filter(JPopupMenu.class::isInstance)
                .flatMap(menu -> Stream.of(menu.getSubElements()))
                .map(MenuElement::getComponent)
                .filter(JMenuItem.class::isInstance)
                .map(JMenuItem.class::cast)
                .filter(item -> item.isShowing() && item.getText().equals(words))
                .findFirst();
    }
}
