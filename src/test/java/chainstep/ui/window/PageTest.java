package chainstep.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.ui.Settings;
import chainstep.ui.Stage;
import chainstep.ui.look.Hue;
import chainstep.ui.look.Palette;
import chainstep.ui.look.Theme;
import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.event.ActionEvent;
import java.util.stream.Stream;
import javax.swing.JMenu;
import javax.swing.JTextField;
import javax.swing.JToggleButton;
import org.junit.jupiter.api.Test;

/** How the page holds together when it is resized, redressed or put in drawers. */
class PageTest {
    private static Workbench bench() {
        Workbench bench = Benches.of(Settings.FIRST);
        bench.controller().open(Stage.of("mazur").scene().draft());
        return bench;
    }

    private static void press(Workbench bench, String command) {
        bench.commands().get(command).actionPerformed(new ActionEvent(bench, ActionEvent.ACTION_PERFORMED, command));
    }

    private static Stream<Component> all(Component place) {
        return Stream.concat(
                Stream.of(place),
                place instanceof Container container
                        ? Stream.of(container.getComponents()).flatMap(PageTest::all)
                        : Stream.empty());
    }

    private static void layOut(Component place, int width, int height) {
        place.setSize(width, height);
        all(place).forEach(Component::doLayout);
        all(place).forEach(Component::doLayout);
    }

    @Test
    void what_is_put_away_is_redressed_with_the_rest() throws Exception {
        EventQueue.invokeAndWait(() -> {
            Workbench bench = bench();
            press(bench, "projector");
            press(bench, "theme");
            Palette dark = Palette.of(Theme.DARK);
            assertThat(all(bench.content())
                            .filter(each -> each instanceof JToggleButton handle
                                    && String.valueOf(handle.getName()).startsWith("drawer."))
                            .map(Component::getForeground))
                    .hasSize(4)
                    .containsOnly(dark.get(Hue.TEXT));
            assertThat(all(bench.part(Part.WATCHES))
                            .filter(JTextField.class::isInstance)
                            .map(Component::getBackground)
                            .map(ground -> ground.getRed() < 100))
                    .containsOnly(true);
            press(bench, "theme");
        });
    }

    @Test
    void a_small_window_leaves_every_part_its_share() throws Exception {
        EventQueue.invokeAndWait(() -> {
            Workbench bench = bench();
            layOut(bench.content(), 1600, 1000);
            layOut(bench.content(), 800, 500);
            assertThat(bench.part(Part.GRAPH).getWidth()).isGreaterThan(300);
            assertThat(bench.part(Part.SOURCE).getWidth()).isBetween(120, 250);
            layOut(bench.content(), 1600, 1000);
            assertThat(bench.part(Part.SOURCE).getWidth()).isBetween(320, 380);
        });
    }

    @Test
    void every_menu_opens_with_a_key_of_its_own_in_both_languages() throws Exception {
        EventQueue.invokeAndWait(() -> {
            Workbench bench = bench();
            for (int language = 0; language < 2; language++) {
                assertThat(all(bench.header())
                                .filter(each -> each instanceof JMenu menu && menu.getParent() == bench.header())
                                .map(JMenu.class::cast)
                                .map(menu -> menu.getMnemonic()))
                        .hasSize(6)
                        .doesNotContain(0)
                        .doesNotHaveDuplicates();
                press(bench, "language");
            }
        });
    }
}
