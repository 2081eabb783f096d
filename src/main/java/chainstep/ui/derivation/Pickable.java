package chainstep.ui.derivation;

import chainstep.ui.formula.Wrapping;
import chainstep.ui.look.Hue;
import java.awt.Component;
import java.awt.Cursor;
import java.awt.Graphics;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import javax.swing.JComponent;
import javax.swing.JPanel;

/** Parts below each other that are picked together, by a click or, with the focus, by Enter. */
final class Pickable extends JPanel implements Wrapping {
    private final Style style;
    private final Runnable picked;

    Pickable(Style style, String name, Runnable picked) {
        super(new Sheet.Stack());
        this.style = style;
        this.picked = picked;
        setOpaque(false);
        setFocusable(true);
        setCursor(Cursor.getPredefinedCursor(Cursor.HAND_CURSOR));
        getAccessibleContext().setAccessibleName(name);
        Keyboard.on(this, "ENTER", picked);
        Keyboard.onFocus(this, this::repaint);
        addMouseListener(new Click());
    }

    Pickable with(JComponent part) {
        add(part);
        part.addMouseListener(new Click());
        return this;
    }

    @Override
    public int heightFor(int width) {
        int height = 0;
        for (Component part : getComponents()) {
            height += Sheet.height(part, width);
        }
        return height;
    }

    @Override
    protected void paintChildren(Graphics graphics) {
        super.paintChildren(graphics);
        if (isFocusOwner()) {
            graphics.setColor(style.colour(Hue.VALUE));
            graphics.drawRect(0, 0, getWidth() - 1, getHeight() - 1);
        }
    }

    private final class Click extends MouseAdapter {
        @Override
        public void mouseClicked(MouseEvent event) {
            requestFocusInWindow();
            picked.run();
        }
    }
}
