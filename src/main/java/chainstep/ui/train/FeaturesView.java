package chainstep.ui.train;

import chainstep.lang.Feature;
import chainstep.lang.TrainingText;
import chainstep.ui.derivation.Style;
import chainstep.ui.look.Letters;
import java.awt.Font;
import java.awt.Insets;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javax.swing.JPanel;
import javax.swing.JToggleButton;
import net.miginfocom.swing.MigLayout;

/** What the first layer reads of data in the plane, each to be put in and out. */
final class FeaturesView extends JPanel {
    private static final int ACROSS = 4;

    private final transient Consumer<String> write;
    private final Map<Feature, JToggleButton> buttons = new EnumMap<>(Feature.class);
    private transient TrainingText text = TrainingText.of("");

    /** @param write takes the text with other features */
    FeaturesView(Consumer<String> write) {
        super(new MigLayout("insets 4 0 4 0, gap 4 4, wrap " + ACROSS));
        this.write = write;
        setOpaque(false);
        for (Feature feature : Feature.values()) {
            JToggleButton button = new JToggleButton(sign(feature));
            button.setName("train.feature." + feature.name().toLowerCase(Locale.ROOT));
            button.setMargin(new Insets(2, 5, 2, 5));
            button.addActionListener(pressed -> change(feature));
            buttons.put(feature, button);
            add(button);
        }
    }

    static String sign(Feature feature) {
        return switch (feature) {
            case X1 -> "x₁";
            case X2 -> "x₂";
            case X1_SQUARED -> "x₁²";
            case X2_SQUARED -> "x₂²";
            case PRODUCT -> "x₁x₂";
            case SIN_X1 -> "sin x₁";
            case SIN_X2 -> "sin x₂";
        };
    }

    private void change(Feature feature) {
        Set<Feature> chosen = EnumSet.copyOf(text.features());
        buttons.get(feature).setSelected(chosen.contains(feature));
        if (!chosen.remove(feature)) {
            chosen.add(feature);
        }
        text.withFeatures(chosen).ifPresent(write);
    }

    void show(TrainingText now, Style style) {
        text = now;
        Set<Feature> chosen = text.features();
        setVisible(!chosen.isEmpty());
        buttons.forEach((feature, button) -> {
            boolean in = chosen.contains(feature);
            boolean last = in && chosen.size() == 1;
            button.setSelected(in);
            button.setEnabled(!last);
            button.setFont(Letters.fit(button.getText(), style.words().deriveFont(Font.PLAIN, 12f)));
            String tip = last ? "train.feature.last" : in ? "train.feature.remove" : "train.feature.add";
            button.setToolTipText(style.say(tip, button.getText()));
            button.getAccessibleContext().setAccessibleName(button.getToolTipText());
        });
    }
}
