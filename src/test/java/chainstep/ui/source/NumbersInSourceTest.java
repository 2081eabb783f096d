package chainstep.ui.source;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.ui.DebugController;
import chainstep.ui.Draft;
import chainstep.ui.Seen;
import chainstep.ui.Settings;
import chainstep.ui.Tasks;
import chainstep.ui.number.NumberEditor;
import java.awt.EventQueue;
import java.awt.Rectangle;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.nio.file.Path;
import java.util.Locale;
import javax.swing.JSlider;
import javax.swing.JTextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A double click on a number of the source offers to change that number, typed or slid. */
class NumbersInSourceTest {
    private static final String TEXT =
            "x = input([-1, 2])\nw = param([0.40, 3])\nE = 0.5 * sum((w * x - 1)**2, axis=0)\nminimize(E, sgd(lr=0.1))\n";
    private static final int NEVER = 1_000_000;

    private final DebugController controller = new DebugController(Tasks.atOnce(), Settings.FIRST);
    private final SourceView view = new SourceView(controller, NEVER);
    private final SourceText text = (SourceText)
            ((javax.swing.JScrollPane) view.getComponent(0)).getViewport().getView();

    private void open() {
        controller.add(view);
        controller.open(Draft.of(Path.of("a.chain"), TEXT));
        text.setSize(600, 400);
    }

    private NumberEditor doubleClick(String at) {
        Rectangle spot = text.spot(text.getText().indexOf(at) + 1);
        text.dispatchEvent(
                new MouseEvent(text, MouseEvent.MOUSE_CLICKED, 0, 0, spot.x, spot.y + 2, 2, false, MouseEvent.BUTTON1));
        return view.editor().orElseThrow();
    }

    private String draft() {
        return controller.scene().draft().text();
    }

    @Test
    void two_changes_of_one_number_are_taken_back_one_by_one() throws Exception {
        EventQueue.invokeAndWait(() -> {
            open();
            NumberEditor first = doubleClick("0.40");
            first.popUp(text, new Rectangle(1, 1));
            first.enter("0.9");
            NumberEditor second = doubleClick("0.9");
            second.popUp(text, new Rectangle(1, 1));
            second.slide(3);
            second.slide(5);
            second.enter("0.7");
            text.undoLastAction();
            assertThat(text.getText()).contains("[0.9, 3]");
            text.undoLastAction();
            assertThat(text.getText()).isEqualTo(TEXT);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "'0.40', 0.9, '[0.9, 3]'",
        "'-1,', 4, '[4, 2]'",
        "'1)**', 7, '- 7)**'",
        "'0.1)', 1/3, 'lr=1/3)'",
        "'0.5 *', 2, 'E = 2 * sum'"
    })
    void a_typed_number_takes_the_place_of_the_one_clicked(String at, String typed, String written) throws Exception {
        EventQueue.invokeAndWait(() -> {
            open();
            doubleClick(at).enter(typed);
            assertThat(draft()).contains(written);
            assertThat(draft().length() - TEXT.length()).isBetween(-4, 4);
            assertThat(text.getText()).isEqualTo(draft());
            view.undo();
            assertThat(draft()).isEqualTo(TEXT);
        });
    }

    @Test
    void an_element_of_a_leaf_is_called_by_its_name_and_others_by_their_line() throws Exception {
        EventQueue.invokeAndWait(() -> {
            open();
            assertThat(doubleClick("0.40").called()).isEqualTo("w₁");
            assertThat(doubleClick("-1,").called()).isEqualTo("x₁");
            assertThat(doubleClick("0.1)").called()).isEqualTo("line 4");
        });
    }

    @Test
    void the_slider_runs_the_network_again_and_its_middle_is_what_stood_there() throws Exception {
        EventQueue.invokeAndWait(() -> {
            open();
            NumberEditor rate = doubleClick("0.1)");
            rate.slide(100);
            assertThat(draft()).contains("lr=0.15)");
            assertThat(controller.scene().sitting().orElseThrow().stale()).isFalse();
            rate.slide(0);
            assertThat(draft()).isEqualTo(TEXT);
            NumberEditor weight = doubleClick("0.40");
            weight.slide(-100);
            assertThat(draft()).contains("[-0.1, 3]");
            weight.slide(0);
            assertThat(draft()).isEqualTo(TEXT);
        });
    }

    @Test
    void escape_leaves_the_number_as_it_was_before_it_was_slid() throws Exception {
        EventQueue.invokeAndWait(() -> {
            open();
            NumberEditor weight = doubleClick("0.40");
            weight.slide(-100);
            weight.slide(-50);
            Seen.press(weight, JSlider.class, KeyEvent.VK_ESCAPE);
            assertThat(draft()).isEqualTo(TEXT);
            NumberEditor again = doubleClick("0.40");
            again.slide(7);
            controller.edit(draft() + "# more\n");
            String other = draft();
            Seen.press(again, JTextField.class, KeyEvent.VK_ESCAPE);
            assertThat(draft()).isEqualTo(other);
        });
    }

    @Test
    void a_count_slides_in_whole_numbers() throws Exception {
        EventQueue.invokeAndWait(() -> {
            open();
            NumberEditor axis = doubleClick("0)\nminimize");
            axis.slide(1);
            assertThat(draft()).contains("axis=1)");
            assertThat(controller.scene().draft().troubles()).isNotEmpty();
            axis.slide(0);
            assertThat(draft()).isEqualTo(TEXT);
            assertThat(controller.scene().draft().troubles()).isEmpty();
        });
    }

    @Test
    void a_number_whose_text_was_changed_meanwhile_is_left_alone() throws Exception {
        EventQueue.invokeAndWait(() -> {
            open();
            NumberEditor editor = doubleClick("0.40");
            controller.edit("# more\n" + TEXT);
            editor.enter("7");
            assertThat(draft()).isEqualTo("# more\n" + TEXT);
            assertThat(controller.scene().message().orElseThrow().in(Locale.ENGLISH))
                    .contains("changed elsewhere");
        });
    }
}
