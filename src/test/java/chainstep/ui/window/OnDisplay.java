package chainstep.ui.window;

import static chainstep.ui.window.Hands.see;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import chainstep.ui.DebugScene;
import java.awt.Component;
import java.awt.KeyboardFocusManager;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
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
