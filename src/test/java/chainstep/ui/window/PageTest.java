package chainstep.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.ui.Settings;
import chainstep.ui.Stage;
import chainstep.ui.look.Hue;
import chainstep.ui.look.Palette;
import chainstep.ui.look.Theme;
import java.awt.Color;
import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.event.ActionEvent;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.swing.JMenu;
import javax.swing.JTextField;
import javax.swing.JToggleButton;
import org.junit.jupiter.api.Test;

/** How the page holds together when it is resized, redressed or put in drawers. */
class PageTest {
    private static Workbench bench() {
        return bench(Settings.FIRST);
    }

    private static Workbench bench(Settings settings) {
        Workbench bench = Benches.of(settings);
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
    void keys_that_step_take_a_card_away_first() throws Exception {
        EventQueue.invokeAndWait(() -> {
            Workbench bench = bench();
            for (String card : new String[] {"new", "samples", "palette", "keys"}) {
                for (String command :
                        new String[] {"step", "into", "line.next", "back", "depth.operation", "pane.graph"}) {
                    press(bench, "step");
                    press(bench, card);
                    assertThat(bench.isCovered()).as(card).isTrue();
                    press(bench, command);
                    assertThat(bench.isCovered()).as(command + " on " + card).isFalse();
                }
            }
        });
    }

    @Test
    void all_numbers_follow_the_run_until_the_keyboard_goes_to_a_pane() throws Exception {
        EventQueue.invokeAndWait(() -> {
            Workbench bench = bench();
            press(bench, "step");
            press(bench, "matrix");
            press(bench, "step");
            assertThat(bench.isCovered()).isTrue();
            press(bench, "pane.graph");
            assertThat(bench.isCovered()).isFalse();
        });
    }

    @Test
    void a_key_that_does_nothing_leaves_a_card_where_it_is() throws Exception {
        EventQueue.invokeAndWait(() -> {
            Workbench bench = Benches.of(Settings.FIRST);
            press(bench, "samples");
            press(bench, "step");
            assertThat(bench.isCovered()).isTrue();
        });
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
    void a_theme_changed_looks_as_one_begun_with() throws Exception {
        EventQueue.invokeAndWait(() -> {
            List<String> begun = looks(bench(Settings.FIRST.in(Theme.DARK)));
            Workbench changed = bench();
            List<String> light = looks(changed);
            press(changed, "theme");
            assertThat(looks(changed)).hasSizeGreaterThan(100).isEqualTo(begun).isNotEqualTo(light);
            press(changed, "theme");
            assertThat(looks(changed)).isEqualTo(light);
        });
    }

    /** What is not put away. */
    private static Stream<Component> seen(Component place) {
        Stream<Component> inside = place instanceof Container container
                ? Stream.of(container.getComponents()).flatMap(PageTest::seen)
                : Stream.empty();
        return place.isVisible() ? Stream.concat(Stream.of(place), inside) : Stream.empty();
    }

    /** Where each part of the page and of the header is, and in what size and colour. */
    private static List<String> looks(Workbench bench) {
        bench.header().setSize(1600, bench.header().getPreferredSize().height);
        layOut(bench.content(), 1600, 1000);
        all(bench.header()).forEach(Component::doLayout);
        return Stream.concat(seen(bench.header()), seen(bench.content()))
                .map(each -> String.join(
                        " ",
                        each.getClass().getName(),
                        each.getBounds().toString(),
                        each.getPreferredSize().toString(),
                        each.getFont() == null
                                ? ""
                                : each.getFont().getFamily() + each.getFont().getSize2D(),
                        colour(each.getBackground()),
                        colour(each.getForeground())))
                .toList();
    }

    /** The same colour may be of another class. */
    private static String colour(Color colour) {
        return colour == null ? "" : Integer.toHexString(colour.getRGB());
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
                        .hasSize(8)
                        .doesNotContain(0)
                        .doesNotHaveDuplicates();
                press(bench, "language");
            }
        });
    }

    @Test
    void the_step_size_is_said_whole_in_each_language_however_often_it_is_changed() throws Exception {
        EventQueue.invokeAndWait(() -> {
            int english = depthWidth(bench());
            int chinese = depthWidth(bench(Settings.FIRST.in(Locale.CHINESE)));
            assertThat(english).isNotEqualTo(chinese);
            Workbench bench = bench();
            for (int turn = 0; turn < 2; turn++) {
                assertThat(depthWidth(bench)).isEqualTo(english);
                press(bench, "language");
                assertThat(depthWidth(bench)).isEqualTo(chinese);
                press(bench, "language");
            }
        });
    }

    private static int depthWidth(Workbench bench) {
        layOut(bench.content(), 1600, 1000);
        return all(bench.content())
                .filter(DepthBox.class::isInstance)
                .findFirst()
                .orElseThrow()
                .getWidth();
    }
}
