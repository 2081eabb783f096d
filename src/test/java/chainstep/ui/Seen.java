package chainstep.ui;

import java.awt.Component;
import java.awt.Container;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import javax.swing.AbstractButton;
import javax.swing.JComponent;
import javax.swing.JLabel;

/** What a person, or one who listens, finds in a view: its texts in order, and its picture. */
public final class Seen {
    private Seen() {}

    /** The accessible names, labels and buttons of all parts that are shown. */
    public static List<String> texts(Component view) {
        List<String> texts = new ArrayList<>();
        collect(view, texts);
        return texts;
    }

    private static void collect(Component part, List<String> texts) {
        if (!part.isVisible()) {
            return;
        }
        if (part instanceof JLabel label) {
            texts.add(label.getText());
        } else if (part instanceof AbstractButton button) {
            texts.add(button.getText());
        } else if (part instanceof JComponent own && own.getAccessibleContext() != null) {
            String name = own.getAccessibleContext().getAccessibleName();
            if (name != null) {
                texts.add(name);
            }
        }
        if (part instanceof Container parts) {
            for (Component inner : parts.getComponents()) {
                collect(inner, texts);
            }
        }
    }

    public static String text(Component view) {
        return String.join("\n", texts(view));
    }

    /** Lays a view out and paints it, without a display. */
    public static BufferedImage painted(JComponent view, int width, int height) {
        view.setSize(width, height);
        for (int pass = 0; pass < 3; pass++) {
            layOut(view);
        }
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        view.paint(pen);
        pen.dispose();
        return image;
    }

    private static void layOut(Container parts) {
        parts.doLayout();
        for (Component inner : parts.getComponents()) {
            if (inner instanceof Container container) {
                layOut(container);
            }
        }
    }

    /** How many different colours a picture has. */
    public static long colours(BufferedImage image) {
        return java.util.Arrays.stream(
                        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()))
                .distinct()
                .count();
    }

    /** Whether a colour occurs in a picture. */
    public static boolean has(BufferedImage image, java.awt.Color colour) {
        return java.util.Arrays.stream(
                        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()))
                .anyMatch(rgb -> (rgb & 0xFFFFFF) == (colour.getRGB() & 0xFFFFFF));
    }

    /** The first part of a kind. */
    public static <T> T part(Component view, Class<T> kind) {
        return parts(view, kind).get(0);
    }

    public static <T> List<T> parts(Component view, Class<T> kind) {
        List<T> found = new ArrayList<>();
        find(view, kind, found);
        return found;
    }

    private static <T> void find(Component part, Class<T> kind, List<T> found) {
        if (kind.isInstance(part)) {
            found.add(kind.cast(part));
        }
        if (part instanceof Container parts) {
            for (Component inner : parts.getComponents()) {
                find(inner, kind, found);
            }
        }
    }

    /** Tells the listeners of a part inside another that a key is pressed there. */
    public static void press(java.awt.Container root, Class<? extends javax.swing.JComponent> kind, int key) {
        javax.swing.JComponent part = part(root, kind);
        java.awt.event.KeyEvent event = new java.awt.event.KeyEvent(
                part, java.awt.event.KeyEvent.KEY_PRESSED, 0, 0, key, java.awt.event.KeyEvent.CHAR_UNDEFINED);
        for (java.awt.event.KeyListener listener : part.getKeyListeners()) {
            listener.keyPressed(event);
        }
    }
}
