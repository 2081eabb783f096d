package chainstep.ui.number;

import java.awt.Component;
import java.awt.Dimension;
import java.awt.KeyboardFocusManager;
import java.awt.Point;
import java.awt.Rectangle;
import java.util.Optional;
import javax.swing.JComponent;
import javax.swing.JPopupMenu;
import javax.swing.JRootPane;
import javax.swing.SwingUtilities;

/**
 * Something shown over a page beside what it is about, until Escape or a click elsewhere.
 *
 * <p>It stays inside the window and a part of it: one with a window of its own, as popups with a shadow have on Linux, would
 * never get the keyboard.
 */
public final class Bubble {
    private static final int EDGE = 4;
    /** What a popup is about, in the coordinates of what it is over. */
    private static final String AREA = "chainstep.area";

    private Bubble() {}

    /** Shows a part beside an area of another, the keyboard in one of its own; nothing outside a window. */
    public static void raise(JComponent part, JComponent first, Component over, Rectangle area) {
        if (SwingUtilities.getRootPane(over) == null) {
            return;
        }
        JPopupMenu popup = new JPopupMenu();
        popup.putClientProperty("Popup.dropShadowPainted", false);
        popup.add(part);
        popup.putClientProperty(AREA, area);
        Point at = inside(over, area, popup.getPreferredSize());
        popup.show(over, at.x, at.y);
        first.requestFocusInWindow();
    }

    /** Gives a part that is shown as much room as it asks for by now; the keyboard stays where it is. */
    public static void fit(JComponent part) {
        Optional<JPopupMenu> shown = popup(part).filter(JPopupMenu::isVisible);
        shown.filter(popup -> !popup.getPreferredSize().equals(popup.getSize())).ifPresent(popup -> {
            Optional<Component> keyboard = Optional.ofNullable(KeyboardFocusManager.getCurrentKeyboardFocusManager()
                            .getFocusOwner())
                    .filter(owner -> SwingUtilities.isDescendingFrom(owner, part));
            Component over = popup.getInvoker();
            Point at = inside(over, (Rectangle) popup.getClientProperty(AREA), popup.getPreferredSize());
            SwingUtilities.convertPointToScreen(at, over);
            popup.setLocation(at.x, at.y);
            popup.pack();
            keyboard.ifPresent(Component::requestFocusInWindow);
        });
    }

    private static Optional<JPopupMenu> popup(JComponent part) {
        return Optional.ofNullable(SwingUtilities.getAncestorOfClass(JPopupMenu.class, part))
                .map(JPopupMenu.class::cast);
    }

    /** Takes a part away again. */
    static void lower(JComponent part) {
        popup(part).ifPresent(popup -> popup.setVisible(false));
    }

    /** Below the area, or above it where there is more room; never over the edge of the window. */
    private static Point inside(Component over, Rectangle area, Dimension size) {
        JRootPane root = SwingUtilities.getRootPane(over);
        Rectangle room = SwingUtilities.convertRectangle(
                root, new Rectangle(EDGE, EDGE, root.getWidth() - 2 * EDGE, root.getHeight() - 2 * EDGE), over);
        int below = area.y + area.height;
        boolean fits = below + size.height <= room.y + room.height;
        int y = fits || area.y - room.y < size.height ? below : area.y - size.height;
        return new Point(
                Math.max(room.x, Math.min(area.x, room.x + room.width - size.width)),
                Math.max(room.y, Math.min(y, room.y + room.height - size.height)));
    }
}
