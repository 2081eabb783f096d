package chainstep.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.AWTException;
import java.awt.EventQueue;
import java.awt.Robot;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.lang.reflect.InvocationTargetException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javax.swing.KeyStroke;

/** A user's hands: real keys, and eyes that wait until something is to be seen. */
final class Hands {
    private static final int PATIENCE = 2_000;
    private static final long A_MOMENT_NS = 5_000_000;
    private static final Map<Integer, Integer> MODIFIERS = new LinkedHashMap<>();

    static {
        MODIFIERS.put(InputEvent.CTRL_DOWN_MASK, KeyEvent.VK_CONTROL);
        MODIFIERS.put(InputEvent.ALT_DOWN_MASK, KeyEvent.VK_ALT);
        MODIFIERS.put(InputEvent.SHIFT_DOWN_MASK, KeyEvent.VK_SHIFT);
    }

    private final Robot robot;

    Hands() {
        try {
            robot = new Robot();
            robot.setAutoWaitForIdle(true);
        } catch (AWTException none) {
            throw new AssertionError(none);
        }
    }

    void press(String key) {
        press(KeyStroke.getKeyStroke(key));
    }

    void press(KeyStroke key) {
        MODIFIERS.forEach((mask, code) -> {
            if ((key.getModifiers() & mask) != 0) {
                robot.keyPress(code);
            }
        });
        robot.keyPress(key.getKeyCode());
        robot.keyRelease(key.getKeyCode());
        MODIFIERS.forEach((mask, code) -> {
            if ((key.getModifiers() & mask) != 0) {
                robot.keyRelease(code);
            }
        });
    }

    /** Types small letters, digits, blanks and points. */
    void type(String text) {
        for (char letter : text.toCharArray()) {
            press(KeyStroke.getKeyStroke(KeyEvent.getExtendedKeyCodeForChar(letter), 0));
        }
    }

    /** Waits until something holds, asked on the event thread. */
    void until(String what, BooleanSupplier holds) {
        for (int k = 0; k < PATIENCE; k++) {
            if (see(holds::getAsBoolean)) {
                return;
            }
            robot.waitForIdle();
            LockSupport.parkNanos(A_MOMENT_NS);
        }
        assertThat(see(holds::getAsBoolean)).as(what).isTrue();
    }

    /** Looks at something on the event thread. */
    static <T> T see(Supplier<T> look) {
        Object[] seen = new Object[1];
        Runnable eye = () -> seen[0] = look.get();
        try {
            EventQueue.invokeAndWait(eye);
        } catch (InvocationTargetException | InterruptedException trouble) {
            throw new AssertionError(trouble);
        }
        @SuppressWarnings("unchecked")
        T result = (T) seen[0];
        return result;
    }
}
