package chainstep.ui.window;

import static chainstep.ui.window.Hands.see;
import static org.assertj.core.api.Assertions.assertThat;

import chainstep.graph.Program;
import chainstep.ui.Picked;
import chainstep.ui.Seen;
import chainstep.ui.command.Command;
import chainstep.ui.file.Remembered;
import java.awt.Window;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.swing.JDialog;
import javax.swing.JMenu;
import javax.swing.JMenuItem;
import javax.swing.JSlider;
import javax.swing.JTextField;
import javax.swing.JTree;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.Test;

/** What menus offer, given with real keys. */
class RealMenusTest extends OnDisplay {
    @Test
    void text_is_copied_and_put_in_by_keys_and_from_the_edit_menu() {
        open(Optional.empty());
        hands.press("ctrl 1");
        hands.until("the editor", () -> focusOwner() instanceof JTextComponent);
        String text = see(() -> scene().draft().text());
        hands.press("ctrl A");
        hands.press("ctrl C");
        hands.press("ctrl END");
        hands.press("alt E");
        hands.until("the edit menu", () -> menu("edit").isPopupMenuVisible());
        assertThat(see(() -> command("paste").isEnabled())).isTrue();
        assertThat(see(() -> command("cut").isEnabled())).isFalse();
        hands.click(see(() -> item("paste")), 20, 8);
        hands.until("the text twice", () -> scene().draft().text().equals(text + text));
        hands.press("ctrl Z");
        hands.until("the text once", () -> scene().draft().text().equals(text));
    }

    private JMenu menu(String name) {
        return Seen.parts(window.workbench().header(), JMenu.class).stream()
                .filter(menu -> name.equals(menu.getName()))
                .findFirst()
                .orElseThrow();
    }

    private Command command(String id) {
        return window.workbench().commands().get(id);
    }

    private JMenuItem item(String id) {
        return Stream.of(menu("edit").getMenuComponents())
                .filter(JMenuItem.class::isInstance)
                .map(JMenuItem.class::cast)
                .filter(item -> item.getAction() == command(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_number_is_asked_why_and_changed_by_keys() {
        open(Optional.empty());
        hands.press("F4");
        hands.until("why", () -> focusOwner() instanceof JTree);
        hands.press("ESCAPE");
        see(() -> {
            var program = scene().sitting().orElseThrow().model().program();
            window.workbench()
                    .controller()
                    .pick(Optional.of(new Picked(program.named("W1").orElseThrow(), 2)));
            return true;
        });
        hands.press("F2");
        hands.until(
                "the editor of the number",
                () -> focusOwner() instanceof JTextField field
                        && field.getText().equals("0.25"));
        hands.type("0.5");
        hands.press("ENTER");
        hands.until("the number", () -> scene().draft().text().contains("[0.5, 0.30]"));
    }

    @Test
    void swings_own_dialogs_speak_chinese_too() {
        open(Optional.empty(), Locale.SIMPLIFIED_CHINESE);
        hands.press("ctrl O");
        hands.until("a dialog", () -> dialog().isPresent());
        assertThat(see(() -> dialog().orElseThrow().getTitle())).isEqualTo("打开");
        hands.press("ESCAPE");
        hands.until("no dialog", () -> dialog().isEmpty());
    }

    private static Optional<JDialog> dialog() {
        return Arrays.stream(Window.getWindows())
                .filter(Window::isShowing)
                .filter(JDialog.class::isInstance)
                .map(JDialog.class::cast)
                .findFirst();
    }

    @Test
    void an_editor_of_a_number_goes_when_its_change_is_taken_back() {
        open(Optional.empty());
        see(() -> {
            Program program = scene().sitting().orElseThrow().model().program();
            window.workbench()
                    .controller()
                    .pick(Optional.of(new Picked(program.named("W1").orElseThrow(), 2)));
            return true;
        });
        hands.press("F2");
        hands.until("the editor", () -> focusOwner() instanceof JTextField);
        hands.press("TAB");
        hands.until("the slider", () -> focusOwner() instanceof JSlider);
        hands.press("RIGHT");
        hands.until("another number", () -> !scene().draft().text().contains("[0.25, 0.30]"));
        hands.press("ctrl Z");
        hands.until("the old number", () -> scene().draft().text().contains("[0.25, 0.30]"));
        hands.until("the editor is gone", () -> !(focusOwner() instanceof JSlider));
    }

    @Test
    void the_theme_is_remembered_before_the_window_is_closed() {
        open(Optional.empty());
        hands.press("ctrl shift T");
        hands.until("it is remembered", () -> Remembered.in(folder).get("theme").equals(Optional.of("DARK")));
    }
}
