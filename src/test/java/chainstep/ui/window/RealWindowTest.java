package chainstep.ui.window;

import static chainstep.ui.window.Hands.see;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import chainstep.debug.Depth;
import chainstep.graph.Role;
import chainstep.ui.Page;
import chainstep.ui.Seen;
import chainstep.ui.Standing;
import chainstep.ui.command.Command;
import chainstep.ui.file.Samples;
import com.formdev.flatlaf.ui.FlatRootPaneUI;
import java.awt.Component;
import java.awt.KeyboardFocusManager;
import java.awt.Rectangle;
import java.awt.event.KeyEvent;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JTable;
import javax.swing.SwingUtilities;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.Test;

/** A real window on a real display, worked with real keys and a real mouse. */
class RealWindowTest extends OnDisplay {
    private long index() {
        return see(() -> scene().sitting().orElseThrow().state().index());
    }

    @Test
    void the_first_start_stands_at_the_first_chain_rule_term_of_mazurs_network() {
        open(Optional.empty());
        see(() -> {
            assertThat(scene().draft().name()).contains("mazur.chain");
            assertThat(scene().sitting().orElseThrow().state().depth()).isEqualTo(Depth.TERM);
            assertThat(scene().sitting().orElseThrow().state().nodes().get(0).role())
                    .isInstanceOf(Role.Term.class);
            return true;
        });
    }

    @Test
    void it_wears_the_theme_and_is_not_seen_empty() {
        MainWindow.Wish wish =
                new MainWindow.Wish(Optional.empty(), Optional.empty(), Locale.ENGLISH, folder, closed::countDown);
        assertThat(see(() -> {
                    window = MainWindow.show(wish);
                    return window.isVisible();
                }))
                .isFalse();
        hands.until("the window is seen", window::isShowing);
        assertThat(see(() -> window.getRootPane().getUI())).isInstanceOf(FlatRootPaneUI.class);
    }

    @Test
    void every_key_works_with_the_focus_in_every_pane() {
        open(Optional.empty());
        List<Command> keyed = keyed(Page.DEBUG);
        assertThat(keyed).hasSizeGreaterThan(30);
        pressInEveryPart(keyed, listen(keyed));
    }

    @Test
    void keys_still_work_everywhere_after_the_panes_are_laid_out_anew() {
        open(Optional.empty());
        hands.press("ctrl shift P");
        hands.until("the palette", () -> focusedField("palette.search"));
        hands.press("ESCAPE");
        see(() -> {
            List.of("theme", "projector", "projector", "language", "theme", "language")
                    .forEach(id -> window.workbench().commands().get(id).actionPerformed(null));
            return true;
        });
        List<Command> eaten = keyed(Page.DEBUG).stream()
                .filter(command -> EATEN.contains(command.key().orElseThrow().getKeyCode()))
                .toList();
        assertThat(eaten).hasSizeGreaterThanOrEqualTo(EATEN.size());
        pressInEveryPart(eaten, listen(eaten));
    }

    /** What split panes and tables would do something else with. */
    private static final List<Integer> EATEN = List.of(KeyEvent.VK_F6, KeyEvent.VK_F8);

    private void pressInEveryPart(List<Command> commands, List<String> done) {
        for (Part part : Part.values()) {
            pressAll(commands, done, () -> focus(part), part.toString());
        }
    }

    /** Brings the focus into a part, and sees that it is there. */
    private void focus(Part part) {
        JComponent place = see(() -> window.workbench().part(part));
        assertThat(see(() -> window.workbench().focus(part)))
                .as(part + " takes the focus")
                .isTrue();
        hands.until("the focus is in " + part, () -> {
            Component owner =
                    KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
            return owner != null && SwingUtilities.isDescendingFrom(owner, place);
        });
    }

    @Test
    void steps_go_forwards_and_backwards_by_keys() {
        open(Optional.empty());
        long start = index();
        hands.press("F8");
        hands.until("a step", () -> index(start + 1));
        hands.press("alt LEFT");
        hands.until("back", () -> index(start));
        hands.press("F7");
        hands.until("into", () -> scene().sitting().orElseThrow().state().depth() == Depth.ELEMENT);
        hands.press("shift F8");
        hands.until("out", () -> scene().sitting().orElseThrow().state().depth() == Depth.TERM);
        hands.press("alt 3");
        hands.until("by lines", () -> scene().sitting().orElseThrow().state().depth() == Depth.LINE);
    }

    private boolean index(long wanted) {
        return scene().sitting().orElseThrow().state().index() == wanted;
    }

    @Test
    void the_palette_finds_a_command_by_a_few_letters() {
        open(Optional.empty());
        hands.press("ctrl shift P");
        hands.until("the palette", () -> focusedField("palette.search"));
        hands.type("proj");
        hands.press("ENTER");
        hands.until("the projector layout", () -> scene().settings().projector());
    }

    @Test
    void a_text_is_broken_mended_and_saved() throws IOException {
        Path file = folder.resolve("mine.chain");
        Files.writeString(file, Samples.mazur().text());
        open(Optional.of(file));
        hands.press("ctrl 1");
        hands.until(
                "the editor",
                () -> KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner() instanceof JTextComponent);
        hands.press("ctrl END");
        hands.type("w");
        hands.until("a trouble", () -> !scene().draft().troubles().isEmpty());
        assertThat(see(() -> scene().sitting().orElseThrow().stale())).isTrue();
        hands.press("BACK_SPACE");
        hands.until(
                "none",
                () -> scene().draft().troubles().isEmpty()
                        && !scene().sitting().orElseThrow().stale());
        hands.press("ENTER");
        hands.until("changed", () -> scene().draft().isChanged());
        hands.press("ctrl S");
        hands.until("saved", () -> !scene().draft().isChanged());
        assertThat(Files.readString(file)).isEqualTo(see(() -> scene().draft().text()));
    }

    @Test
    void a_new_network_is_planned_and_stepped() {
        open(Optional.empty());
        hands.press("ctrl N");
        hands.until("the plan", () -> focusedField("network.sizes"));
        hands.press("ctrl A");
        hands.type("3 4 2");
        hands.press("ENTER");
        hands.until("the network", () -> scene().draft().text().startsWith("title(\"3-4-2"));
        hands.until("its model", () -> scene().sitting().isPresent());
        hands.press("F8");
        hands.until("a step", () -> index(0));
    }

    @Test
    void the_timeline_is_dragged_from_end_to_end() {
        open(Optional.empty());
        long last = see(() -> scene().sitting().orElseThrow().state().count()) - 1;
        Component track = inside(Part.TIMELINE, "StepTrack");
        int middle = see(track::getHeight) / 2;
        int width = see(track::getWidth);
        hands.drag(track, width / 2, width - 30, middle);
        hands.until("the last step", () -> index(last));
        hands.drag(track, width / 2, 30, middle);
        hands.until("the first step", () -> index(0));
    }

    @Test
    void a_variable_clicked_is_told_and_its_ledger_leads_on() {
        open(Optional.empty());
        hands.press("alt 1");
        hands.press("F8");
        hands.until(
                "the whole iteration",
                () -> scene().sitting().orElseThrow().state().knows(gradient("h")));
        JTable table = (JTable) inside(Part.VARIABLES, "JTable");
        click(table, row(table, "h"), 3);
        hands.until("the gradient of h", () -> picks(gradient("h")));
        hands.until("its derivation", () -> tells("h₁ → z2₁"));
        Component ledger = inside(Part.DERIVATION, "Ledger");
        hands.click(ledger, see(ledger::getWidth) / 2, see(ledger::getHeight) * 3 / 8);
        hands.until("the gradient that comes in", () -> picks(gradient("z2")));
        hands.until("its derivation", () -> tells("z2₁ → o₁"));
        hands.press("DOWN");
        hands.press("UP");
        hands.press("ENTER");
        hands.until("the next gradient, by keys", () -> picks(gradient("o")));
    }

    private int gradient(String name) {
        var model = scene().sitting().orElseThrow().model();
        return model.program()
                .gradient(
                        model.program().loss().orElseThrow(),
                        model.program().named(name).orElseThrow())
                .orElseThrow();
    }

    private boolean picks(int node) {
        return scene().picked().filter(picked -> picked.node() == node).isPresent();
    }

    private boolean tells(String words) {
        return Seen.text(window.workbench().part(Part.DERIVATION)).contains(words);
    }

    private Component inside(Part part, String kind) {
        return see(() -> Seen.parts(window.workbench().part(part), JComponent.class).stream()
                .filter(each -> each.getClass().getSimpleName().equals(kind))
                .findFirst()
                .orElseThrow());
    }

    private int row(JTable table, String name) {
        return see(() -> {
            for (int row = 0; row < table.getRowCount(); row++) {
                JComponent cell = (JComponent) table.prepareRenderer(table.getCellRenderer(row, 0), row, 0);
                if (cell.getToolTipText().startsWith(name + " ")) {
                    table.scrollRectToVisible(table.getCellRect(row, 0, true));
                    return row;
                }
            }
            throw new AssertionError("no row " + name);
        });
    }

    /** Clicks at the first number of a cell. */
    private void click(JTable table, int row, int column) {
        Rectangle cell = see(() -> table.getCellRect(row, column, true));
        hands.click(table, cell.x + 40, cell.y + cell.height / 4);
    }

    @Test
    void a_window_of_the_least_size_has_room_for_all_of_its_header() {
        open(Optional.empty());
        see(() -> {
            window.setSize(800, 500);
            return true;
        });
        hands.until("it is small", () -> window.getHeight() == 500);
        see(() -> {
            window.validate();
            assertThat(Seen.parts(window.getJMenuBar(), JButton.class))
                    .extracting(JButton::getName)
                    .contains("header.theme");
            assertThat(Seen.parts(window.getJMenuBar(), JButton.class))
                    .allMatch(button -> button.getX() + button.getWidth()
                            <= window.getJMenuBar().getWidth());
            assertThat(window.workbench().part(Part.GRAPH).getWidth()).isGreaterThan(400);
            return true;
        });
    }

    @Test
    void work_survives_the_kill_of_the_process() throws Exception {
        Path file = folder.resolve("mine.chain");
        Files.writeString(file, Samples.mazur().text());
        kill(process(Crashing.class, file.toString(), folder.toString()));
        open(Optional.empty());
        see(() -> {
            assertThat(scene().draft().text()).endsWith("# unsaved work");
            assertThat(scene().draft().file()).contains(file);
            assertThat(scene().draft().isChanged()).isTrue();
            Standing left = Standing.of(scene().sitting().orElseThrow());
            assertThat(left.depth()).isEqualTo(Depth.TERM);
            assertThat(List.of(left.iteration(), left.index())).containsExactly(3L, 12L);
            assertThat(left.breakpoints()).extracting(Standing.Kept::place).containsExactly("E if E > 0.1");
            assertThat(left.watches()).containsExactly("norm(grad(W1))");
            assertThat(scene().message().orElseThrow().key()).isEqualTo("file.recovered.run");
            return true;
        });
        assertThatCode(() -> assertThat(Files.readString(file)).doesNotContain("unsaved"))
                .doesNotThrowAnyException();
    }

    @Test
    void what_is_set_on_a_saved_file_survives_the_kill_of_the_process() throws Exception {
        Path file = folder.resolve("mine.chain");
        Files.writeString(file, Samples.mazur().text());
        kill(process(Crashing.class, file.toString(), folder.toString(), "saved"));
        open(Optional.empty());
        see(() -> {
            assertThat(scene().draft().file()).contains(file);
            assertThat(scene().draft().isChanged()).isFalse();
            Standing left = Standing.of(scene().sitting().orElseThrow());
            assertThat(List.of(left.iteration(), left.index())).containsExactly(3L, 12L);
            assertThat(left.breakpoints()).extracting(Standing.Kept::place).containsExactly("E if E > 0.1");
            assertThat(left.watches()).containsExactly("norm(grad(W1))");
            assertThat(scene().message().orElseThrow().key()).isEqualTo("file.recovered.standing");
            return true;
        });
    }

    @Test
    void the_process_ends_with_its_window() throws Exception {
        Path file = folder.resolve("mine.chain");
        Files.writeString(file, Samples.mazur().text());
        Process other = process(Closing.class, file.toString());
        try {
            assertThat(other.waitFor(50, TimeUnit.SECONDS)).isTrue();
            assertThat(other.exitValue()).isZero();
        } finally {
            other.destroyForcibly().waitFor();
        }
    }

    /** Once its work is kept aside. */
    private static void kill(Process other) throws IOException, InterruptedException {
        try (BufferedReader said = other.inputReader()) {
            assertThat(said.readLine()).isEqualTo("kept");
        } finally {
            other.destroyForcibly().waitFor();
        }
    }

    private Process process(Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("XDG_STATE_HOME", folder.toString());
        return builder.start();
    }
}
