package chainstep.ui.window;

import static chainstep.ui.window.Hands.see;
import static org.assertj.core.api.Assertions.assertThat;

import chainstep.debug.Depth;
import chainstep.ui.Picked;
import chainstep.ui.Seen;
import java.awt.Rectangle;
import java.awt.Window;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import javax.swing.JComponent;
import javax.swing.JTextArea;
import org.junit.jupiter.api.Test;

/** The source with real keys: what is typed, taken back and selected in it. */
class RealSourceTest extends OnDisplay {
    private JTextArea text() {
        return see(() -> Seen.part(window.workbench().part(Part.SOURCE), JTextArea.class));
    }

    @Test
    void a_text_emptied_and_taken_back_is_run_as_it_was() {
        open(Optional.empty());
        long index = see(() -> scene().sitting().orElseThrow().state().index());
        see(() -> {
            window.workbench().controller().stops().toggle(12);
            window.workbench().controller().stops().watch("norm(grad(W1))");
            return true;
        });
        hands.press("ctrl 1");
        hands.until("the source has the keyboard", () -> focusOwner() instanceof JTextArea);
        hands.press("ctrl A");
        hands.press("DELETE");
        hands.until("the text is gone", () -> scene().draft().text().isEmpty());
        hands.until("it is told", () -> scene().isEmptied());
        hands.press("ctrl Z");
        hands.until("the text is back", () -> !scene().draft().isChanged());
        hands.until("it is run", () -> !scene().sitting().orElseThrow().stale());
        see(() -> {
            var sitting = scene().sitting().orElseThrow();
            assertThat(sitting.state().depth()).isEqualTo(Depth.TERM);
            assertThat(sitting.state().index()).isEqualTo(index);
            assertThat(sitting.breakpoints()).hasSize(1);
            assertThat(sitting.state().watches()).hasSize(1);
            return true;
        });
    }

    @Test
    void the_letters_stand_as_they_did_after_the_lecture_hall() {
        open(Optional.empty());
        JTextArea text = text();
        int before = see(() -> end(text));
        hands.press("F11");
        hands.until("the lecture hall", () -> scene().settings().projector());
        hands.press("F11");
        hands.until("the desk", () -> !scene().settings().projector() && text.isShowing());
        assertThat(see(() -> end(text))).isEqualTo(before);
    }

    /** How far to the right the longest of the first lines goes. */
    private static int end(JTextArea text) {
        try {
            int right = 0;
            for (int line = 0; line < 10; line++) {
                right = Math.max(
                        right,
                        text.modelToView2D(text.getLineEndOffset(line) - 1).getBounds().x);
            }
            return right;
        } catch (javax.swing.text.BadLocationException gone) {
            throw new AssertionError(gone);
        }
    }

    @Test
    void a_long_text_follows_what_is_found_and_stays_where_one_types() throws IOException {
        Path file = folder.resolve("long.chain");
        Files.writeString(file, chain(120));
        open(Optional.of(file));
        JTextArea text = text();
        JComponent zoom = see(() -> Seen.parts(window.workbench().part(Part.GRAPH), JComponent.class).stream()
                .filter(part -> part.getClass().getSimpleName().equals("ZoomBar"))
                .findFirst()
                .orElseThrow());
        hands.until("the graph is drawn", zoom::isVisible);
        hands.press("ctrl F");
        hands.until("the search has the keyboard", () -> focusOwner() instanceof javax.swing.JTextField);
        hands.type("x100");
        hands.until("x100 is picked", () -> picks("x100"));
        hands.until("its line is in sight", () -> inSight(text, 101));
        hands.press("ESCAPE");
        hands.press("ctrl 1");
        hands.until("the source has the keyboard", () -> focusOwner() == text);
        hands.press("ctrl HOME");
        hands.press("DOWN");
        hands.until(
                "the caret is in line 2",
                () -> text.getCaretPosition() == text.getText().indexOf("\n") + 1);
        hands.press("F3");
        hands.until("x1 is picked", () -> picks("x1"));
        hands.press("F8");
        hands.press("ctrl END");
        hands.press("ENTER");
        hands.press("ctrl HOME");
        hands.press("ENTER");
        hands.until(
                "it is run again",
                () -> scene().sitting().orElseThrow().model().source().text().startsWith("\n"));
        hands.until("the caret is in sight", () -> inSight(text, 2));
    }

    private static String chain(int length) {
        StringBuilder lines = new StringBuilder("x0 = input([1, 2])\n");
        for (int line = 1; line <= length; line++) {
            lines.append("x" + line + " = tanh(x" + (line - 1) + ")\n");
        }
        return lines.toString();
    }

    private boolean picks(String name) {
        int node = scene().sitting().orElseThrow().model().names().get(name);
        return scene().picked().filter(Picked.whole(node)::equals).isPresent();
    }

    private static boolean inSight(JTextArea text, int line) {
        try {
            Rectangle area =
                    text.modelToView2D(text.getLineStartOffset(line - 1)).getBounds();
            return text.getVisibleRect().contains(area.x, (int) area.getCenterY());
        } catch (javax.swing.text.BadLocationException gone) {
            throw new AssertionError(gone);
        }
    }

    @Test
    void the_list_of_step_sizes_closes_when_a_command_is_done() {
        open(Optional.empty());
        DepthBox box = see(() -> Seen.part(window.workbench().content(), DepthBox.class));
        long before = see(() -> scene().sitting().orElseThrow().state().index());
        for (String key : new String[] {"F8", "F7"}) {
            hands.click(box, 20, see(box::getHeight) / 2);
            hands.until("the list is open", box::isPopupVisible);
            hands.press(key);
            hands.until("the list is closed", () -> !box.isPopupVisible());
        }
        hands.until(
                "a step was made",
                () -> scene().sitting().orElseThrow().state().index() != before
                        || scene().sitting().orElseThrow().state().depth() != Depth.TERM);
    }

    @Test
    void a_text_is_closed_by_the_quote_that_is_typed() {
        open(Optional.empty());
        JTextArea text = text();
        hands.press("ctrl 1");
        hands.until("the editor", () -> focusOwner() == text);
        hands.press("ctrl END");
        hands.press("ENTER");
        hands.type("note");
        hands.press("shift 9");
        hands.press("shift QUOTE");
        hands.type("ab");
        hands.press("shift QUOTE");
        hands.until("the second quote", () -> text.getText().endsWith("ab\""));
        hands.press("shift 0");
        hands.until("all of it", () -> text.getText().endsWith("\nnote(\"ab\")"));
    }

    @Test
    void a_function_is_completed_with_its_brackets_and_written_on_between_them() {
        open(Optional.empty());
        JTextArea text = text();
        hands.press("ctrl 1");
        hands.until("the editor", () -> focusOwner() == text);
        hands.press("ctrl END");
        hands.press("ENTER");
        hands.type("q = sigm");
        hands.press("ctrl SPACE");
        hands.until(
                "a list",
                () -> Arrays.stream(Window.getWindows())
                        .anyMatch(one ->
                                one.isShowing() && one.getClass().getName().contains("AutoComplete")));
        hands.press("ENTER");
        hands.until("the brackets", () -> text.getText().endsWith("q = sigmoid()"));
        hands.type("h");
        hands.until("the operand", () -> text.getText().endsWith("q = sigmoid(h)"));
    }
}
