package chainstep.ui.train;

import chainstep.ui.derivation.Style;
import chainstep.ui.look.Hue;
import chainstep.ui.look.Letters;
import java.awt.CardLayout;
import java.awt.Component;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javax.swing.BorderFactory;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;

/** How the layers do, by one of three pictures: how steep the loss is for each, how its weights are spread, how what its units say is. */
public final class LayersCharts implements TrainView {
    /** What there is to see of layers. */
    enum Choice {
        SLOPES,
        WEIGHTS,
        VALUES;

        String key() {
            return "train.layers." + name().toLowerCase(Locale.ROOT);
        }
    }

    private final CardLayout cards = new CardLayout();
    private final JPanel body = new JPanel(cards);
    private final JComboBox<Choice> choice = new JComboBox<>(Choice.values());
    private final HistogramView weights = new HistogramView("train.weights", Hue.CURVE_FIRST);
    private final HistogramView values = new HistogramView("train.values", Hue.CURVE_SECOND);
    private Optional<Style> dress = Optional.empty();
    private Optional<TrainScene> last = Optional.empty();

    /** @param slopes the first of the three pictures */
    public LayersCharts(JComponent slopes) {
        choice.setName("train.layers");
        body.add(slopes, Choice.SLOPES.name());
        body.add(scrolling(weights), Choice.WEIGHTS.name());
        body.add(scrolling(values), Choice.VALUES.name());
        choice.addActionListener(chosen -> {
            cards.show(body, ((Choice) choice.getSelectedItem()).name());
            last.ifPresent(this::fill);
        });
    }

    private static JScrollPane scrolling(HistogramView view) {
        JScrollPane scroll = new JScrollPane(view);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        scroll.setHorizontalScrollBarPolicy(JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
        return scroll;
    }

    public JComponent body() {
        return body;
    }

    /** Which of the pictures is seen. */
    public JComponent choice() {
        return choice;
    }

    @Override
    public void show(TrainScene scene) {
        Style style = new Style(scene.settings());
        if (!dress.equals(Optional.of(style))) {
            dress = Optional.of(style);
            speak(style);
        }
        last = Optional.of(scene);
        fill(scene);
    }

    private void speak(Style style) {
        choice.setRenderer(new DefaultListCellRenderer() {
            @Override
            public Component getListCellRendererComponent(
                    JList<?> list, Object value, int index, boolean selected, boolean focused) {
                String words = style.say(((Choice) value).key());
                return super.getListCellRendererComponent(list, words, index, selected, focused);
            }
        });
        choice.setFont(Letters.fit(style.say(Choice.SLOPES.key()), style.small()));
        choice.setToolTipText(style.say("train.layers.tip"));
        choice.getAccessibleContext().setAccessibleName(style.say("train.layers.tip"));
    }

    /** Only what is seen is drawn. */
    private void fill(TrainScene scene) {
        switch ((Choice) choice.getSelectedItem()) {
            case WEIGHTS -> fill(weights, scene, Vision::parameters, Choice.WEIGHTS);
            case VALUES -> fill(values, scene, Vision::said, Choice.VALUES);
            case SLOPES -> {}
        }
    }

    private static void fill(
            HistogramView view, TrainScene scene, Function<Vision, List<Histogram>> part, Choice choice) {
        Style style = new Style(scene.settings());
        List<Histogram> next = scene.vision().map(part).orElse(List.of());
        view.show(next, style, style.say(choice.key()));
    }
}
