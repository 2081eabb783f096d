package chainstep.ui.homework;

import chainstep.homework.Rules;
import chainstep.math.Rational;
import chainstep.ui.Settings;
import chainstep.ui.derivation.Style;
import chainstep.ui.look.Hue;
import chainstep.ui.look.Letters;
import java.awt.Font;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSpinner;
import javax.swing.SpinnerNumberModel;
import net.miginfocom.swing.MigLayout;

/** A card on which a teacher says how is marked; every change counts at once. */
public final class RulesSheet extends JPanel {
    private static final int MOST_DIGITS = 15;
    private static final List<Integer> PARTS = List.of(100, 75, 50, 25, 0);

    private final JSpinner digits;
    private final JCheckBox exact;
    private final JComboBox<String> carried;
    private final transient Consumer<Rules> changed;

    public RulesSheet(Rules rules, Settings settings, Consumer<Rules> changed) {
        super(new MigLayout("insets 4, wrap 2", "[][grow,fill]", "[]12[]8[]4[]8[]"));
        this.changed = changed;
        setOpaque(false);
        Style style = new Style(settings);
        digits = new JSpinner(new SpinnerNumberModel(Math.min(rules.digits(), MOST_DIGITS), 1, MOST_DIGITS, 1));
        exact = new JCheckBox(style.say("homework.rules.exact"), rules.exactOnly());
        carried = new JComboBox<>(PARTS.stream()
                .map(part -> style.say("homework.rules.carried.part", part))
                .toArray(String[]::new));
        int part = (int) Math.round(100 * rules.carried().doubleValue());
        carried.setSelectedIndex(Math.max(
                0,
                PARTS.indexOf(PARTS.stream()
                        .min((a, b) -> Math.abs(a - part) - Math.abs(b - part))
                        .orElseThrow())));
        digits.setName("rules.digits");
        exact.setName("rules.exact");
        carried.setName("rules.carried");
        add(label(style, "homework.rules.title", style.title(), Hue.TEXT), "span");
        JLabel ask = label(style, "homework.rules.digits", style.words(), Hue.TEXT);
        ask.setLabelFor(digits);
        add(ask);
        add(digits, "width 80!, grow 0");
        add(exact, "span");
        add(label(style, "homework.rules.exact.what", style.small(), Hue.MUTED), "span");
        JLabel keeps = label(style, "homework.rules.carried", style.words(), Hue.TEXT);
        keeps.setLabelFor(carried);
        add(keeps);
        add(carried);
        digits.addChangeListener(event -> tell());
        exact.addActionListener(event -> tell());
        carried.addActionListener(event -> tell());
    }

    private static JLabel label(Style style, String key, Font font, Hue hue) {
        JLabel label = new JLabel(style.say(key));
        label.setFont(Letters.fit(label.getText(), font));
        label.setForeground(style.colour(hue));
        return label;
    }

    private void tell() {
        changed.accept(new Rules(
                (Integer) digits.getValue(),
                exact.isSelected(),
                Rational.of(PARTS.get(carried.getSelectedIndex()), 100)));
    }

    /** Where the keyboard goes first. */
    public JComponent first() {
        return exact;
    }
}
