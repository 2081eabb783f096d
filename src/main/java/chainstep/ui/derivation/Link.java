package chainstep.ui.derivation;

import java.awt.Color;
import java.awt.Cursor;
import java.awt.Font;
import java.awt.Graphics;
import javax.swing.BorderFactory;
import javax.swing.JButton;

/** A button that looks like a link: words, underlined where one can press them. */
public final class Link extends JButton {
    private final Color colour;

    public Link(String text, Font font, Color colour, Runnable pressed) {
        super(text);
        this.colour = colour;
        setFont(chainstep.ui.look.Letters.fit(text, font));
        setForeground(colour);
        setBorder(BorderFactory.createEmptyBorder(0, 2, 1, 2));
        setContentAreaFilled(false);
        setOpaque(false);
        setCursor(Cursor.getPredefinedCursor(Cursor.HAND_CURSOR));
        addActionListener(event -> pressed.run());
    }

    @Override
    public void updateUI() {
        super.updateUI();
        setContentAreaFilled(false);
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        super.paintComponent(graphics);
        graphics.setColor(colour);
        int baseline = getBaseline(getWidth(), getHeight());
        if (getModel().isRollover() || isFocusOwner()) {
            graphics.fillRect(2, baseline + 2, getWidth() - 4, isFocusOwner() ? 2 : 1);
        }
    }
}
