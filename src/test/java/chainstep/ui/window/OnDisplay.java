package chainstep.ui.window;

import static chainstep.ui.window.Hands.see;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import chainstep.ui.DebugScene;
import chainstep.ui.Page;
import chainstep.ui.command.Command;
import java.awt.Component;
import java.awt.Container;
import java.awt.KeyboardFocusManager;
import java.awt.event.ActionEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javax.swing.AbstractAction;
import javax.swing.JComponent;
import javax.swing.JTextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A real window on a real display, and the hands that work it. */
@ExtendWith(Evidence.class)
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
abstract class OnDisplay {
    @TempDir
    Path folder;

    final CountDownLatch closed = new CountDownLatch(1);
    final Hands hands = new Hands();
    MainWindow window;

    @BeforeAll
    static void there_is_a_display() {
        assumeTrue(MainWindow.isPossible(), "no display: the window is not tested with real keys");
    }

    void open(Optional<Path> file) {
        open(file, Locale.ENGLISH);
    }

    void open(Optional<Path> file, Locale locale) {
        MainWindow.Wish wish = new MainWindow.Wish(file, Optional.empty(), locale, folder, closed::countDown);
        window = see(() -> MainWindow.show(wish));
        hands.until("the window has the focus", window::isFocused);
        hands.until("the model is read", () -> scene().sitting().isPresent());
    }

    DebugScene scene() {
        return window.workbench().controller().scene();
    }

    static Component focusOwner() {
        return KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
    }

    static boolean focusedField(String name) {
        return focusOwner() instanceof JTextField field && name.equals(field.getName());
    }

    /** The commands with a key that may be given on a page. */
    final List<Command> keyed(Page page) {
        return see(() -> window.workbench().commands().all().stream()
                .filter(one -> one.key().isPresent() && one.homes().contains(page))
                .toList());
    }

    /** Puts in each command's place one that only says that it was called. */
    final List<String> listen(List<Command> commands) {
        List<String> done = new ArrayList<>();
        JComponent bound = see(() -> bound(window.workbench().content()).orElseThrow());
        see(() -> {
            commands.forEach(command -> bound.getActionMap().put(command.id(), new AbstractAction() {
                @Override
                public void actionPerformed(ActionEvent event) {
                    done.add(command.id());
                }
            }));
            return true;
        });
        return done;
    }

    private static Optional<JComponent> bound(Container container) {
        if (container instanceof JComponent swing && swing.getActionMap().get("step") instanceof Command) {
            return Optional.of(swing);
        }
        for (Component part : container.getComponents()) {
            Optional<JComponent> found = part instanceof Container inner ? bound(inner) : Optional.<JComponent>empty();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** Gives each command by its key, and sees that it alone was called. */
    final void pressAll(List<Command> commands, List<String> done, Runnable focusing, String where) {
        for (Command command : commands) {
            focusing.run();
            int before = see(done::size);
            hands.press(command.key().orElseThrow());
            hands.until(
                    command.id() + " with the focus in " + where,
                    () -> done.size() == before + 1 && done.get(before).equals(command.id()));
        }
    }

    @AfterEach
    @Timeout(value = 20, threadMode = ThreadMode.SEPARATE_THREAD)
    void close() {
        if (window != null) {
            see(() -> {
                window.dispose();
                return true;
            });
        }
    }
}
