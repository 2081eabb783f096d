package chainstep.ui.file;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.lang.NetworkPlan;
import chainstep.ui.Seen;
import chainstep.ui.Settings;
import java.awt.EventQueue;
import java.awt.event.ActionEvent;
import java.awt.event.FocusEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JRootPane;
import javax.swing.KeyStroke;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkSheetTest {
    private final List<NetworkPlan> made = new ArrayList<>();
    private int left;

    private NetworkSheet sheet(Locale locale) {
        return new NetworkSheet(Settings.FIRST.in(locale), made::add, () -> left++);
    }

    private static <T extends JComponent> T part(NetworkSheet sheet, Class<T> kind, String name) {
        return Seen.parts(sheet, kind).stream()
                .filter(part -> name.equals(part.getName()))
                .findFirst()
                .orElseThrow();
    }

    private static void write(NetworkSheet sheet, String field, String text) {
        part(sheet, JTextComponent.class, "network." + field).setText(text);
    }

    private static String trouble(NetworkSheet sheet, String field) {
        return part(sheet, JLabel.class, "network." + field + ".trouble")
                .getText()
                .strip();
    }

    @Test
    void enter_creates_wherever_the_focus_is_while_the_sheet_is_there_and_cancels_on_cancel() throws Exception {
        EventQueue.invokeAndWait(() -> {
            NetworkSheet sheet = sheet(Locale.ENGLISH);
            JRootPane root = new JRootPane();
            JPanel window = new JPanel();
            window.add(root);
            window.addNotify();
            root.getContentPane().add(sheet);
            assertThat(root.getDefaultButton()).isSameAs(part(sheet, JButton.class, "network.create"));
            JButton cancel = part(sheet, JButton.class, "network.cancel");
            for (String key : List.of("ENTER", "released ENTER")) {
                Object name = cancel.getInputMap().get(KeyStroke.getKeyStroke(key));
                cancel.getActionMap().get(name).actionPerformed(new ActionEvent(cancel, 0, ""));
            }
            assertThat(left).isOne();
            assertThat(made).isEmpty();
            root.getContentPane().remove(sheet);
            assertThat(root.getDefaultButton()).isNull();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "sizes, 3,, 2 to 12 whole numbers from 1 to 4096, 2 到 12 个整数，每个从 1 到 4096",
        "sizes, 2 x 0,, 2 to 12 whole numbers from 1 to 4096, 2 到 12 个整数，每个从 1 到 4096",
        "sizes, 2 5000,, 2 to 12 whole numbers from 1 to 4096, 2 到 12 个整数，每个从 1 到 4096",
        "seed, 1.5,, A whole number from 0 to 2147483647, 0 到 2147483647 的整数",
        "seed, 4294967295,, A whole number from 0 to 2147483647, 0 到 2147483647 的整数",
    })
    void what_is_wrong_is_told_at_its_field_and_nothing_old_is_shown(
            String field, String text, String none, String english, String chinese) throws Exception {
        EventQueue.invokeAndWait(() -> {
            for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINESE)) {
                NetworkSheet sheet = sheet(locale);
                part(sheet, JCheckBox.class, "network.seeded").doClick();
                write(sheet, field, text);
                assertThat(trouble(sheet, field)).isEqualTo(locale == Locale.CHINESE ? chinese : english);
                assertThat(trouble(sheet, "rate")).isEmpty();
                assertThat(part(sheet, JTextComponent.class, "network.preview").getText())
                        .isEmpty();
                part(sheet, JButton.class, "network.create").doClick();
                assertThat(made).isEmpty();
                write(sheet, field, "4 3");
                write(sheet, "seed", "7");
                write(sheet, "sizes", "4 3");
                assertThat(trouble(sheet, field)).isEmpty();
                assertThat(part(sheet, JTextComponent.class, "network.preview").getText())
                        .contains("4-3 network", "xavier(3, 4, seed=7)");
            }
        });
    }

    @Test
    void own_numbers_fill_the_parameters_row_by_row() throws Exception {
        EventQueue.invokeAndWait(() -> {
            NetworkSheet sheet = sheet(Locale.ENGLISH);
            write(sheet, "sizes", "2 1 1");
            write(sheet, "numbers", "[0.1, -.2], 1/3; 4");
            assertThat(trouble(sheet, "numbers")).isEqualTo("5 numbers: W1, b1, W2, b2 … row by row");
            assertThat(part(sheet, JButton.class, "network.create").isEnabled()).isFalse();
            write(sheet, "numbers", "[0.1, -.2], 1/3; 4 5e-1");
            assertThat(trouble(sheet, "numbers")).isEmpty();
            assertThat(part(sheet, JTextComponent.class, "network.preview").getText())
                    .contains("W1 = param([[0.1, -.2]])\nb1 = param([1/3])\nW2 = param([[4]])\nb2 = param([5e-1])");
            write(sheet, "sizes", "2 2 1");
            assertThat(trouble(sheet, "numbers")).startsWith("9 numbers");
        });
    }

    @Test
    void a_rate_is_above_zero_and_as_it_was_written() throws Exception {
        EventQueue.invokeAndWait(() -> {
            NetworkSheet sheet = sheet(Locale.ENGLISH);
            for (String wrong : List.of("", "0", "-1", "1e999", "fast", "0.")) {
                write(sheet, "rate", wrong);
                assertThat(trouble(sheet, "rate")).as(wrong).startsWith("A number above 0");
            }
            write(sheet, "rate", "0,25");
            assertThat(part(sheet, JTextComponent.class, "network.preview").getText())
                    .contains("lr=0.25");
            write(sheet, "rate", "1e-3");
            part(sheet, JButton.class, "network.create").doClick();
            assertThat(made)
                    .singleElement()
                    .satisfies(plan -> assertThat(plan.rate()).isEqualTo("1e-3"));
        });
    }

    @Test
    void a_seed_that_is_not_asked_for_may_be_anything() throws Exception {
        EventQueue.invokeAndWait(() -> {
            NetworkSheet sheet = sheet(Locale.ENGLISH);
            write(sheet, "seed", "none");
            assertThat(trouble(sheet, "seed")).isEmpty();
            part(sheet, JButton.class, "network.create").doClick();
            assertThat(made).hasSize(1);
        });
    }

    @Test
    void cancel_leaves_it() throws Exception {
        EventQueue.invokeAndWait(() -> {
            NetworkSheet sheet = sheet(Locale.CHINESE);
            assertThat(part(sheet, JButton.class, "network.cancel").getText()).isEqualTo("取消");
            part(sheet, JButton.class, "network.cancel").doClick();
            assertThat(left).isEqualTo(1);
            assertThat(made).isEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource({"940, 520", "720, 390", "600, 250"})
    void its_buttons_are_whole_where_there_is_little_room(int width, int height) throws Exception {
        EventQueue.invokeAndWait(() -> {
            for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINESE)) {
                NetworkSheet sheet = sheet(locale);
                Seen.painted(sheet, width, height);
                for (String name : List.of("network.create", "network.cancel")) {
                    JButton button = part(sheet, JButton.class, name);
                    assertThat(button.getSize()).isEqualTo(button.getPreferredSize());
                    assertThat(button.getParent()).isSameAs(sheet);
                    assertThat(button.getY() + button.getHeight()).isLessThanOrEqualTo(height);
                }
                JCheckBox last = part(sheet, JCheckBox.class, "network.labels");
                last.getFocusListeners()[last.getFocusListeners().length - 1].focusGained(
                        new FocusEvent(last, FocusEvent.FOCUS_GAINED));
                assertThat(last.getVisibleRect().height).isEqualTo(last.getHeight());
            }
        });
    }
}
