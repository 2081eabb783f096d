package chainstep.ui.homework;

import chainstep.ui.Settings;
import chainstep.ui.derivation.Style;
import chainstep.ui.look.Hue;
import chainstep.ui.look.Letters;
import java.awt.Font;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.KeyStroke;
import net.miginfocom.swing.MigLayout;

/** A card that says what seeing a step costs, and asks whether it shall be seen. Enter shows it, Escape leaves it. */
public final class ConsentSheet extends JPanel {
    private final JButton show;

    /**
     * @param name what the question is called
     * @param yes shows the step
     * @param no takes the card away
     */
    public ConsentSheet(String name, Settings settings, Runnable yes, Runnable no) {
        super(new MigLayout("insets 4, wrap 1", "", "[]8[]16[]"));
        setOpaque(false);
        Style style = new Style(settings);
        add(label(style.say("homework.consent.title", name), style.title(), style));
        add(label(style.say("homework.consent.what"), style.words(), style));
        show = button("homework.consent.show", style, yes);
        add(show, "split 2");
        add(button("homework.consent.not", style, no));
    }

    private static JButton button(String key, Style style, Runnable deed) {
        JButton button = new JButton(style.say(key));
        button.setName(key);
        button.setFont(Letters.fit(button.getText(), style.words()));
        button.addActionListener(event -> deed.run());
        button.getInputMap().put(KeyStroke.getKeyStroke("ENTER"), "pressed");
        button.getInputMap().put(KeyStroke.getKeyStroke("released ENTER"), "released");
        return button;
    }

    private static JLabel label(String text, Font font, Style style) {
        JLabel label = new JLabel(text);
        label.setFont(Letters.fit(text, font));
        label.setForeground(style.colour(Hue.TEXT));
        return label;
    }

    /** Where the keyboard goes first. */
    public JComponent first() {
        return show;
    }
}
