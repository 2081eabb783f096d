package chainstep.ui.derivation;

import chainstep.ui.formula.Flow;
import chainstep.ui.formula.Typesetter;
import chainstep.ui.formula.Wrapping;
import chainstep.ui.look.Hue;
import java.awt.Component;
import java.awt.Dimension;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.JComponent;
import javax.swing.JPanel;

/** A part of a derivation under a small heading. */
public final class Section extends JPanel implements Wrapping {
    private final Style style;

    public Section(Style style) {
        super(new Sheet.Stack());
        this.style = style;
        setOpaque(false);
        setBorder(BorderFactory.createEmptyBorder(style.gap(), 14, style.gap() + 1, 14));
    }

    /** Under a heading. */
    public static Section of(Style style, Typesetter typesetter, String heading) {
        return new Section(style)
                .with(new Flow(typesetter).words(heading, style.small(), style.colour(Hue.MUTED)))
                .space(style.gap() / 2);
    }

    public Section with(JComponent part) {
        add(part);
        return this;
    }

    public Section space(int height) {
        Component space = Box.createRigidArea(new Dimension(1, height));
        add(space);
        return this;
    }

    @Override
    public int heightFor(int width) {
        int inner = width - getInsets().left - getInsets().right;
        int height = getInsets().top + getInsets().bottom;
        for (Component part : getComponents()) {
            height += Sheet.height(part, inner);
        }
        return height;
    }

    public int gap() {
        return style.gap();
    }
}
