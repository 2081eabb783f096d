package chainstep.ui.table;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.ui.DebugController;
import chainstep.ui.Seen;
import chainstep.ui.Settings;
import chainstep.ui.Stage;
import chainstep.ui.look.Hue;
import chainstep.ui.look.Palette;
import chainstep.ui.look.Theme;
import java.awt.EventQueue;
import java.awt.event.FocusEvent;
import java.awt.event.FocusListener;
import java.util.List;
import java.util.Locale;
import javax.swing.JLabel;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import org.junit.jupiter.api.Test;

/** What the line for new watches says of one that it cannot read. */
class WrongWatchTest {
    private final DebugController controller = Stage.of("mazur");

    @Test
    void what_was_refused_is_gone_after_escape_or_elsewhere_and_stays_for_another_window() throws Exception {
        EventQueue.invokeAndWait(() -> {
            WatchesView view = new WatchesView(controller);
            controller.add(view);
            JTextField field = Seen.part(view, JTextField.class);
            view.type("foo(bar");
            leave(field, true);
            assertThat(field.getText()).isEqualTo("foo(bar");
            leave(field, false);
            assertThat(field.getText()).isEmpty();
            view.type("foo(bar");
            Object escape = field.getInputMap(JTextField.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT)
                    .get(KeyStroke.getKeyStroke("ESCAPE"));
            field.getActionMap().get(escape).actionPerformed(null);
            assertThat(field.getText()).isEmpty();
            field.setText("not yet entered");
            leave(field, false);
            assertThat(field.getText()).isEqualTo("not yet entered");
        });
    }

    private static void leave(JTextField field, boolean window) {
        FocusEvent left = new FocusEvent(field, FocusEvent.FOCUS_LOST, window);
        for (FocusListener listener : field.getFocusListeners()) {
            listener.focusLost(left);
        }
    }

    @Test
    void a_watch_that_cannot_be_read_is_marked_where_it_is_written_until_it_is_changed() throws Exception {
        EventQueue.invokeAndWait(() -> {
            WatchesView view = new WatchesView(controller);
            controller.add(view);
            JTextField field = Seen.part(view, JTextField.class);
            JLabel wrong = Seen.parts(view, JLabel.class).stream()
                    .filter(label -> "watches.trouble".equals(label.getName()))
                    .findFirst()
                    .orElseThrow();
            for (String text : List.of("foo(bar", "break 99")) {
                view.type(text);
                assertThat(field.getClientProperty("JComponent.outline")).isEqualTo("error");
                assertThat(wrong.isVisible()).isTrue();
                assertThat(wrong.getForeground())
                        .isEqualTo(Palette.of(Theme.LIGHT).get(Hue.WRONG));
                assertThat(wrong.getText())
                        .isEqualTo(controller.scene().message().orElseThrow().in(Locale.ENGLISH))
                        .isEqualTo(field.getAccessibleContext().getAccessibleDescription());
                String english = wrong.getText();
                controller.settings(Settings.FIRST.in(Locale.CHINESE));
                assertThat(wrong.getText()).isNotEqualTo(english);
                controller.settings(Settings.FIRST);
                field.setText(text + "x");
                assertThat(field.getClientProperty("JComponent.outline")).isNull();
                assertThat(wrong.isVisible()).isFalse();
            }
            view.type("E");
            assertThat(view.typed()).isEmpty();
            assertThat(wrong.isVisible()).isFalse();
        });
    }
}
