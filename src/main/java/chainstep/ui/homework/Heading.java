package chainstep.ui.homework;

import chainstep.ui.derivation.Style;
import chainstep.ui.formula.Flow;
import chainstep.ui.formula.Typesetter;
import chainstep.ui.look.Hue;
import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Font;
import javax.swing.BorderFactory;
import javax.swing.JPanel;

/** The head of a part inside a pane, like the pane's own. */
final class Heading extends JPanel {
    Heading(String text, Style style, Typesetter typesetter) {
        super(new BorderLayout());
        Color line = style.colour(Hue.LINE);
        setOpaque(false);
        setBorder(BorderFactory.createCompoundBorder(
                BorderFactory.createMatteBorder(0, 0, 1, 0, line), BorderFactory.createEmptyBorder(7, 12, 6, 12)));
        Font bold = style.small().deriveFont(Font.BOLD);
        add(new Flow(typesetter).words(text, bold, style.colour(Hue.TEXT)));
    }
}
