package chainstep.ui.train;

import chainstep.lang.LayerEdit;
import chainstep.ui.derivation.Style;
import chainstep.ui.look.Hue;
import chainstep.ui.look.Letters;
import chainstep.ui.look.Look;
import java.awt.Font;
import java.awt.Insets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** The layers of the network, each with its units and its activation, and the loss, to be changed. */
final class LayersView extends JPanel {
    private final transient Consumer<String> write;
    private String text = "";
    private transient Style style;

    /** @param write takes the text with other layers */
    LayersView(Consumer<String> write) {
        super(new MigLayout("insets 2 0 2 0, gap 4 4, fillx", "[]6[]0[28!,center]0[]6[grow,fill]4[]"));
        this.write = write;
        setOpaque(false);
    }

    void show(String now, Style dress) {
        text = now;
        style = dress;
        removeAll();
        List<LayerEdit.Layer> layers = LayerEdit.layers(text);
        setVisible(!layers.isEmpty());
        for (int k = 0; k < layers.size(); k++) {
            layer(k, layers.get(k));
        }
        LayerEdit.loss(text).ifPresent(this::loss);
        revalidate();
        repaint();
    }

    private void layer(int number, LayerEdit.Layer layer) {
        String name = layer.name();
        add(label(name, Look.numbers(12), Hue.TEXT));
        String id = "train.layer." + number;
        add(sign("−", id + ".fewer", style.say("train.layer.fewer", name), () -> LayerEdit.units(text, number, -1)));
        add(label(Integer.toString(layer.units()), Look.numbers(12), Hue.TEXT));
        add(sign("+", id + ".more", style.say("train.layer.more", name), () -> LayerEdit.units(text, number, 1)));
        JComboBox<String> bend = choice(
                Stream.concat(Stream.of(""), LayerEdit.activations().stream()).toList(),
                layer.activation(),
                word -> LayerEdit.bent(text, number, word));
        bend.setName(id + ".activation");
        bend.setToolTipText(style.say("train.layer.activation", name));
        bend.getAccessibleContext().setAccessibleName(bend.getToolTipText());
        add(bend, layer.hidden() ? "wmin 60" : "wmin 60, wrap");
        if (layer.hidden()) {
            add(
                    sign("+", id + ".add", style.say("train.layer.add", name), () -> LayerEdit.added(text, number)),
                    "split 2");
            add(
                    sign(
                            "✕",
                            id + ".remove",
                            style.say("train.layer.remove", name),
                            () -> LayerEdit.removed(text, number)),
                    "wrap");
        }
    }

    private void loss(String word) {
        add(label(style.say("train.layer.loss"), style.small(), Hue.MUTED));
        JComboBox<String> box = choice(LayerEdit.losses(), word, other -> LayerEdit.measured(text, other));
        box.setName("train.layer.loss");
        box.setToolTipText(style.say("train.layer.loss"));
        box.getAccessibleContext().setAccessibleName(style.say("train.layer.loss"));
        add(box, "span, growx, wmin 60");
    }

    private JLabel label(String words, Font font, Hue hue) {
        JLabel label = new JLabel(words);
        label.setFont(Letters.fit(words, font));
        label.setForeground(style.colour(hue));
        return label;
    }

    private JButton sign(String sign, String name, String tip, Supplier<Optional<String>> edit) {
        JButton button = new JButton(sign);
        button.setName(name);
        button.setToolTipText(tip);
        button.getAccessibleContext().setAccessibleName(tip);
        button.putClientProperty("JButton.buttonType", "toolBarButton");
        button.setMargin(new Insets(1, 5, 1, 5));
        button.setFont(Letters.fit(sign, style.words()));
        button.addActionListener(pressed -> edit.get().ifPresent(write));
        return button;
    }

    private JComboBox<String> choice(List<String> words, String chosen, Function<String, Optional<String>> edit) {
        JComboBox<String> box = new JComboBox<>(words.toArray(String[]::new));
        box.setSelectedItem(chosen);
        box.setFont(Look.numbers(12));
        box.addActionListener(picked -> {
            String word = (String) box.getSelectedItem();
            if (!chosen.equals(word)) {
                edit.apply(word).ifPresent(write);
            }
        });
        return box;
    }
}
