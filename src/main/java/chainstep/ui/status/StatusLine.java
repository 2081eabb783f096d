package chainstep.ui.status;

import chainstep.ui.Settings;
import chainstep.ui.look.Hue;
import chainstep.ui.look.Letters;
import chainstep.ui.look.Look;
import chainstep.ui.look.Palette;
import chainstep.ui.look.Quotes;
import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Insets;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;

/** The line below a page: how things stand at the left, what there is to say in the middle and what can be done about it, what is saved at the right. */
public class StatusLine extends JPanel {
    private static final int GAP = 18;

    private final JLabel state = new JLabel();
    private final JLabel counts = new JLabel();
    private final JLabel message = new Message();
    private final JLabel saved = new JLabel();
    private final JButton deed = new JButton();

    /** @param pressed what its button does */
    protected StatusLine(String name, Runnable pressed) {
        super(new BorderLayout(GAP, 0));
        setName(name);
        deed.setName(name + ".deed");
        deed.putClientProperty("JButton.buttonType", "borderless");
        deed.setFocusPainted(true);
        deed.setMargin(new Insets(0, 6, 0, 6));
        deed.addActionListener(event -> pressed.run());
        add(row(state, counts), BorderLayout.LINE_START);
        add(row(message, deed), BorderLayout.CENTER);
        add(saved, BorderLayout.LINE_END);
    }

    /** What has no room ends in three dots. */
    private static final class Message extends JLabel {
        @Override
        public Dimension getMinimumSize() {
            return new Dimension(0, getPreferredSize().height);
        }
    }

    /** As high as with its button, so that nothing moves when that comes. */
    @Override
    public Dimension getPreferredSize() {
        Dimension size = super.getPreferredSize();
        int high = deed.getPreferredSize().height + getInsets().top + getInsets().bottom;
        return new Dimension(size.width, Math.max(size.height, high));
    }

    private static JPanel row(Component... parts) {
        JPanel row = new JPanel();
        row.setOpaque(false);
        row.setLayout(new BoxLayout(row, BoxLayout.LINE_AXIS));
        for (Component part : parts) {
            row.add(part);
            row.add(Box.createHorizontalStrut(GAP));
        }
        return row;
    }

    /**
     * What is told.
     *
     * @param wrong whether the message is of something that went wrong
     * @param deed what the button says; without one there is none
     */
    public record Told(
            String state, String counts, String message, boolean wrong, String saved, Optional<String> deed) {}

    protected final void tell(Settings settings, Told told) {
        Palette palette = Palette.of(settings.theme());
        setBackground(palette.get(Hue.FRAME));
        setBorder(BorderFactory.createCompoundBorder(
                BorderFactory.createMatteBorder(1, 0, 0, 0, palette.get(Hue.LINE)),
                BorderFactory.createEmptyBorder(3, 12, 3, 12)));
        Color muted = palette.get(Hue.MUTED);
        say(state, told.state(), muted, settings);
        say(counts, told.counts(), muted, settings);
        String words = Quotes.typographic(told.message());
        say(message, words, palette.get(told.wrong() ? Hue.WRONG : Hue.TEXT), settings);
        message.setToolTipText(words.isEmpty() ? null : words);
        say(saved, told.saved(), muted, settings);
        told.deed().ifPresent(deed::setText);
        deed.setFont(Letters.fit(deed.getText(), font(settings)));
        deed.setForeground(palette.get(Hue.VALUE));
        deed.setVisible(told.deed().isPresent());
    }

    private static Font font(Settings settings) {
        return Look.words(settings.projector() ? 15 : 12);
    }

    private static void say(JLabel label, String text, Color colour, Settings settings) {
        label.setText(text);
        label.setFont(Letters.fit(text, font(settings)));
        label.setForeground(colour);
        label.getAccessibleContext().setAccessibleName(text);
    }
}
