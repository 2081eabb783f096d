package chainstep.ui.window;

import java.awt.AWTException;
import java.awt.Component;
import java.awt.EventQueue;
import java.awt.Point;
import java.awt.Robot;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.lang.reflect.InvocationTargetException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javax.swing.KeyStroke;
import javax.swing.Timer;

/** A user's hands: real keys, a real mouse, and eyes that wait until something is to be seen. */
final class Hands {
    private static final int PATIENCE_S = 20;
    private static final int BETWEEN_LOOKS_MS = 5;
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

    /** Clicks at a place of a part. */
    void click(Component part, int x, int y) {
        move(part, x, y);
        robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
        robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
    }

    /** Asks for the menu of a place of a part. */
    void clickRight(Component part, int x, int y) {
        move(part, x, y);
        robot.mousePress(InputEvent.BUTTON3_DOWN_MASK);
        robot.mouseRelease(InputEvent.BUTTON3_DOWN_MASK);
    }

    /** Presses at a place of a part, moves across it, and lets go. */
    void drag(Component part, int fromX, int toX, int y) {
        move(part, fromX, y);
        robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
        for (int tenth = 1; tenth <= 10; tenth++) {
            move(part, fromX + (toX - fromX) * tenth / 10, y);
        }
        robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
    }

    /** Clicks twice at a place of a part. */
    void clickTwice(Component part, int x, int y) {
        click(part, x, y);
        robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
        robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
    }

    /** Presses on one part, carries what is there to another, and lets go. */
    void carry(Component from, Component to, int x, int y) {
        move(from, from.getWidth() / 2, from.getHeight() / 2);
        robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
        for (int step = 1; step <= 5; step++) {
            move(from, from.getWidth() / 2 + 4 * step, from.getHeight() / 2);
        }
        for (int step = 5; step >= 0; step--) {
            move(to, x + step, y + step);
        }
        robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
    }

    private void move(Component part, int x, int y) {
        Point corner = see(part::getLocationOnScreen);
        robot.mouseMove(corner.x + x, corner.y + y);
        robot.waitForIdle();
    }

    /** Waits until something holds, asked on the event thread now and then. */
    void until(String what, BooleanSupplier holds) {
        CompletableFuture<Boolean> held = new CompletableFuture<>();
        Timer looks = new Timer(BETWEEN_LOOKS_MS, tick -> look(holds, held));
        looks.setInitialDelay(0);
        looks.start();
        try {
            held.get(PATIENCE_S, TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            throw new AssertionError("in vain waited for: " + what, late);
        } catch (ExecutionException | InterruptedException trouble) {
            throw new AssertionError(what, trouble);
        } finally {
            looks.stop();
        }
    }

    private static void look(BooleanSupplier holds, CompletableFuture<Boolean> held) {
        try {
            if (holds.getAsBoolean()) {
                held.complete(true);
            }
        } catch (RuntimeException | AssertionError trouble) {
            held.completeExceptionally(trouble);
        }
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
