package chainstep.ui.train;

import chainstep.ui.derivation.Style;
import chainstep.ui.look.Hue;
import chainstep.ui.look.Letters;
import java.awt.Font;
import javax.swing.BorderFactory;
import javax.swing.JLabel;

/** The head of some settings. */
final class SettingsHead extends JLabel {
    private final String key;

    SettingsHead(String key) {
        this.key = key;
    }

    void show(Style style) {
        setText(style.say(key));
        setFont(Letters.fit(getText(), style.words().deriveFont(Font.BOLD, 12f)));
        setForeground(style.colour(Hue.TEXT));
        setBorder(BorderFactory.createMatteBorder(0, 0, 1, 0, style.colour(Hue.LINE)));
    }
}
