package chainstep.ui.command;

import java.awt.GraphicsEnvironment;
import java.awt.Toolkit;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import javax.swing.InputMap;
import javax.swing.JComponent;
import javax.swing.KeyStroke;

/** The key of each command, as the data file has them: {@code chainstep/look/keys.properties}. */
public final class Keys {
    private static final String FILE = "/chainstep/look/keys.properties";
    /** What Swing looks up and finds no action for, so that it goes on to the next component. */
    private static final String NOTHING = "none";

    private static final Map<Integer, String> MODIFIERS = modifiers();
    private static final Map<Integer, String> NAMES = Map.of(
            KeyEvent.VK_LEFT, "←",
            KeyEvent.VK_RIGHT, "→",
            KeyEvent.VK_UP, "↑",
            KeyEvent.VK_DOWN, "↓",
            KeyEvent.VK_PAGE_UP, "PgUp",
            KeyEvent.VK_PAGE_DOWN, "PgDn",
            KeyEvent.VK_HOME, "Home",
            KeyEvent.VK_ENTER, "Enter",
            KeyEvent.VK_MINUS, "−");

    private final Map<String, KeyStroke> keys;

    private Keys(Map<String, KeyStroke> keys) {
        this.keys = Map.copyOf(keys);
    }

    private static Map<Integer, String> modifiers() {
        Map<Integer, String> names = new LinkedHashMap<>();
        names.put(InputEvent.CTRL_DOWN_MASK, "Ctrl");
        names.put(InputEvent.META_DOWN_MASK, "⌘");
        names.put(InputEvent.ALT_DOWN_MASK, "Alt");
        names.put(InputEvent.SHIFT_DOWN_MASK, "Shift");
        return Collections.unmodifiableMap(names);
    }

    /** The keys as shipped. */
    public static Keys read() {
        Properties lines = new Properties();
        try (Reader text = new InputStreamReader(Keys.class.getResourceAsStream(FILE), StandardCharsets.UTF_8)) {
            lines.load(text);
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
        Map<String, KeyStroke> keys = new LinkedHashMap<>();
        for (String id : lines.stringPropertyNames()) {
            keys.put(id, stroke(lines.getProperty(id)));
        }
        return new Keys(keys);
    }

    private static KeyStroke stroke(String written) {
        boolean mac = !GraphicsEnvironment.isHeadless()
                && Toolkit.getDefaultToolkit().getMenuShortcutKeyMaskEx() == InputEvent.META_DOWN_MASK;
        KeyStroke stroke = KeyStroke.getKeyStroke(written.replace("menu", mac ? "meta" : "control"));
        return Optional.ofNullable(stroke).orElseThrow(() -> new IllegalArgumentException("no key: " + written));
    }

    public Optional<KeyStroke> of(String id) {
        return Optional.ofNullable(keys.get(id));
    }

    public Set<String> ids() {
        return keys.keySet();
    }

    /** How a key is told: {@code Shift+F8}. */
    public static String told(KeyStroke key) {
        StringBuilder told = new StringBuilder();
        MODIFIERS.forEach((mask, name) -> told.append((key.getModifiers() & mask) != 0 ? name + "+" : ""));
        return told.append(name(key.getKeyCode())).toString();
    }

    private static String name(int code) {
        if (code >= KeyEvent.VK_F1 && code <= KeyEvent.VK_F12) {
            return "F" + (code - KeyEvent.VK_F1 + 1);
        }
        return NAMES.getOrDefault(code, Character.toString(code));
    }

    /** Takes the keys of all commands from a component and all inside it: split panes and tables eat F8 otherwise. */
    public void free(JComponent root) {
        free(root.getInputMap(JComponent.WHEN_FOCUSED));
        free(root.getInputMap(JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT));
        for (java.awt.Component part : root.getComponents()) {
            if (part instanceof JComponent inner) {
                free(inner);
            }
        }
    }

    private void free(InputMap map) {
        for (KeyStroke key : keys.values()) {
            if (map.get(key) != null) {
                map.put(key, NOTHING);
            }
        }
    }
}
