package chainstep.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.ui.DebugScene;
import chainstep.ui.Page;
import chainstep.ui.Picked;
import chainstep.ui.Settings;
import chainstep.ui.Stage;
import chainstep.ui.command.Command;
import chainstep.ui.command.Keys;
import java.awt.Component;
import java.awt.EventQueue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.swing.Action;
import javax.swing.JMenu;
import javax.swing.JMenuItem;
import org.junit.jupiter.api.Test;

/** Every command has a key, a place in a menu and words; what it says of itself being possible is true. */
class MenusTest {
    private static Workbench bench() {
        return bench(Settings.FIRST);
    }

    private static Workbench bench(Settings settings) {
        Workbench bench = Benches.of(settings);
        bench.controller().open(Stage.of("mazur").scene().draft());
        return bench;
    }

    private static List<JMenuItem> items(JMenu menu) {
        List<JMenuItem> items = new ArrayList<>();
        for (Component part : menu.getMenuComponents()) {
            if (part instanceof JMenu inner) {
                items.addAll(items(inner));
            } else if (part instanceof JMenuItem item) {
                items.add(item);
            }
        }
        return items;
    }

    private static List<JMenuItem> items(Workbench bench) {
        return Stream.of(bench.header().getComponents())
                .filter(JMenu.class::isInstance)
                .flatMap(menu -> items((JMenu) menu).stream())
                .toList();
    }

    @Test
    void every_command_has_a_key_a_place_in_a_menu_and_a_tip_that_tells_the_key() throws Exception {
        EventQueue.invokeAndWait(() -> {
            for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINESE)) {
                Workbench bench = bench(Settings.FIRST.in(locale));
                Set<Action> offered = items(bench).stream()
                        .map(JMenuItem::getAction)
                        .filter(action -> action != null)
                        .collect(Collectors.toSet());
                List<Command> all = List.copyOf(bench.commands().all());
                assertThat(all).hasSizeGreaterThan(60);
                for (Command command : all) {
                    assertThat(offered).as(command.id()).contains(command);
                    assertThat(command.key()).as(command.id()).isPresent();
                    assertThat((String) command.getValue(Action.SHORT_DESCRIPTION))
                            .endsWith("(" + Keys.told(command.key().orElseThrow()) + ")");
                }
                for (Page page : Page.values()) {
                    assertThat(all.stream()
                                    .filter(command -> command.homes().equals(Set.of(page)))
                                    .map(command -> command.key().orElseThrow()))
                            .hasSizeGreaterThan(3)
                            .doesNotHaveDuplicates();
                }
                assertThat(all.stream()
                                .filter(command -> command.homes().size() > 1)
                                .map(command -> command.key().orElseThrow()))
                        .doesNotHaveDuplicates();
            }
        });
    }

    @Test
    void with_nothing_open_nothing_is_offered_that_needs_a_model() throws Exception {
        EventQueue.invokeAndWait(() -> {
            Workbench bench = Benches.of(Settings.FIRST);
            assertThat(bench.commands().all().stream()
                            .filter(Command::isEnabled)
                            .map(Command::id)
                            .filter(id -> !id.startsWith("pane.")))
                    .containsExactlyInAnyOrder(
                            "new",
                            "open",
                            "samples",
                            "quit",
                            "palette",
                            "keys",
                            "page.homework",
                            "page.train",
                            "page.next",
                            "theme",
                            "language",
                            "projector",
                            "digits.more",
                            "digits.fewer",
                            "safe");
        });
    }

    @Test
    void what_is_looked_at_decides_what_can_be_asked_of_it() throws Exception {
        EventQueue.invokeAndWait(() -> {
            Workbench bench = bench();
            assertThat(enabled(bench)).doesNotContain("why", "paths", "number", "copy", "copy.latex", "run.to");
            pick(bench, "W1");
            assertThat(enabled(bench)).contains("why", "number", "watch.this", "copy", "copy.rule.latex");
            assertThat(enabled(bench)).doesNotContain("paths", "run.to");
            pick(bench, "h");
            assertThat(enabled(bench)).contains("watch.this", "run.to", "copy.text");
            assertThat(enabled(bench)).doesNotContain("why", "number", "copy");
            bench.commands().get("run.to").actionPerformed(null);
            assertThat(enabled(bench)).contains("why", "copy").doesNotContain("run.to");
            bench.commands().get("watch.this").actionPerformed(null);
            assertThat(bench.controller()
                            .scene()
                            .sitting()
                            .orElseThrow()
                            .state()
                            .watches())
                    .singleElement()
                    .satisfies(seen -> assertThat(seen.watch().measure().text()).isEqualTo("h"));
        });
    }

    @Test
    void whole_paths_are_offered_at_a_gradient_and_shown_as_on() throws Exception {
        EventQueue.invokeAndWait(() -> {
            Workbench bench = bench();
            DebugScene scene = bench.controller().scene();
            var program = scene.sitting().orElseThrow().model().program();
            int gradient = program.gradient(
                            program.loss().orElseThrow(), program.named("h").orElseThrow())
                    .orElseThrow();
            bench.controller().pick(Optional.of(new Picked(gradient, 0)));
            Command paths = bench.commands().get("paths");
            assertThat(paths.isEnabled()).isTrue();
            assertThat(paths.getValue(Action.SELECTED_KEY)).isEqualTo(false);
            paths.actionPerformed(null);
            bench.commands().refresh(bench.controller());
            assertThat(paths.getValue(Action.SELECTED_KEY)).isEqualTo(true);
            assertThat(enabled(bench)).contains("watch.this");
        });
    }

    @Test
    void a_gradient_by_a_name_that_is_given_again_can_be_looked_at() throws Exception {
        EventQueue.invokeAndWait(() -> {
            Workbench bench = Benches.of(Settings.FIRST);
            String text = "w = param(2)\nx = tanh(w)\nx = tanh(x)\nminimize(x)\n";
            bench.controller().open(Stage.ofText(text, Settings.FIRST).scene().draft());
            var program =
                    bench.controller().scene().sitting().orElseThrow().model().program();
            int loss = program.loss().orElseThrow();
            int first = program.node(loss).inputs().get(0);
            int gradient = program.gradient(loss, first).orElseThrow();
            bench.controller().pick(Optional.of(new Picked(gradient, 0)));
            assertThat(enabled(bench)).contains("watch.this").doesNotContain("number");
            bench.commands().get("watch.this").actionPerformed(null);
            assertThat(bench.controller()
                            .scene()
                            .sitting()
                            .orElseThrow()
                            .state()
                            .watches())
                    .singleElement()
                    .satisfies(seen -> assertThat(seen.watch().measure().text()).isEqualTo("grad(first(x))"));
        });
    }

    @Test
    void undo_is_offered_once_there_is_something_to_take_back() throws Exception {
        EventQueue.invokeAndWait(() -> {
            Workbench bench = bench();
            assertThat(enabled(bench)).doesNotContain("undo", "redo");
            var program =
                    bench.controller().scene().sitting().orElseThrow().model().program();
            bench.controller().change(program.named("x").orElseThrow(), 0, 0.25);
            assertThat(enabled(bench)).contains("undo").doesNotContain("redo");
            bench.commands().get("undo").actionPerformed(null);
            assertThat(enabled(bench)).contains("redo").doesNotContain("undo");
        });
    }

    private static void pick(Workbench bench, String name) {
        var program = bench.controller().scene().sitting().orElseThrow().model().program();
        bench.controller().pick(Optional.of(Picked.whole(program.named(name).orElseThrow())));
    }

    private static List<String> enabled(Workbench bench) {
        return bench.commands().all().stream()
                .filter(Command::isEnabled)
                .map(Command::id)
                .toList();
    }
}
