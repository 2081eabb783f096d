package chainstep.ui.train;

import chainstep.data.Generator;
import chainstep.grad.OptimizerKind;
import chainstep.grad.ScheduleKind;
import chainstep.lang.TrainingText;
import chainstep.lang.TrainingText.Field;
import chainstep.ui.derivation.Style;
import chainstep.ui.look.Column;
import chainstep.ui.look.Hue;
import chainstep.ui.look.Look;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.swing.JComponent;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** What is trained, and how: data, model, optimizer, what it stops at. What is changed here is written into the source. */
public final class SettingsView extends JPanel implements TrainView {
    /** After a change of one of these, training goes on where it is. */
    private static final Set<Field> GENTLE = EnumSet.of(
            Field.RATE, Field.L1, Field.L2, Field.CLIP, Field.EPOCHS, Field.BATCH, Field.SCHEDULE, Field.PATIENCE);

    private static final String[] RATES = {
        "0.00001", "0.0001", "0.001", "0.003", "0.01", "0.03", "0.1", "0.3", "1", "3", "10"
    };
    private static final String[] PENALTIES = {"0", "0.001", "0.003", "0.01", "0.03", "0.1", "0.3", "1", "3", "10"};

    /** As wide as there is room, however much it would like. */
    private static final String WHOLE = "span, growx, width 0:0";

    /** Takes the text that a change makes. */
    public interface Writing {
        /** @param gentle whether training goes on where it is */
        void write(String text, boolean gentle);
    }

    private final transient Writing writing;
    private final Column rows =
            new Column(new MigLayout("insets 6 12 12 12, fillx, wrap 2, hidemode 3", "[][0:0,grow,fill]"));
    private final List<SettingField> fields = new ArrayList<>();
    private final List<SettingsHead> heads = new ArrayList<>();
    private final FeaturesView features;
    private final LayersView layers;
    private final ModelLines model = new ModelLines();
    private final StopsView stops;
    private transient Optional<TrainScene> shown = Optional.empty();

    public SettingsView(Writing writing) {
        super(new MigLayout("insets 0, fill"));
        this.writing = writing;
        this.features = new FeaturesView(text -> writing.write(text, false));
        this.layers = new LayersView(text -> writing.write(text, false));
        this.stops = new StopsView(text -> writing.write(text, true));
        setName("train.settings");
        head("train.section.data");
        choice(Field.DATA, Generator.titles().stream());
        plain(Field.SAMPLES, Field.NOISE, Field.DATA_SEED, Field.SPLIT);
        head("train.section.model");
        rows.add(model, WHOLE);
        head("train.section.features");
        rows.add(features, WHOLE);
        head("train.section.layers");
        rows.add(layers, WHOLE);
        head("train.section.optimizer");
        choice(Field.OPTIMIZER, Arrays.stream(OptimizerKind.values()).map(OptimizerKind::word));
        choice(Field.RATE, Arrays.stream(RATES));
        choice(
                Field.SCHEDULE,
                Stream.concat(
                        Stream.of("constant"),
                        Arrays.stream(ScheduleKind.values()).map(ScheduleKind::word)));
        choice(Field.INITIALISER, Stream.of("xavier", "he", "normal", "uniform"));
        plain(Field.EPOCHS, Field.PATIENCE, Field.BATCH, Field.SHUFFLE, Field.SEED);
        choice(Field.L1, Arrays.stream(PENALTIES));
        choice(Field.L2, Arrays.stream(PENALTIES));
        plain(Field.CLIP);
        head("train.section.stops");
        rows.add(stops, WHOLE);
        add(rows.scrolling(), "grow, push");
    }

    private void head(String key) {
        SettingsHead head = new SettingsHead(key);
        heads.add(head);
        rows.add(head, "span, growx, gaptop 8");
    }

    private void choice(Field field, Stream<String> choices) {
        add(SettingField.choice(field, choices.toList(), value -> write(field, value)));
    }

    private void plain(Field... all) {
        for (Field field : all) {
            add(SettingField.plain(field, value -> write(field, value)));
        }
    }

    private void add(SettingField field) {
        fields.add(field);
        rows.add(field.label());
        rows.add(field.editor(), "wmin 40");
    }

    private void write(Field field, String value) {
        shown.ifPresent(scene -> TrainingText.of(scene.draft().text())
                .with(field, value)
                .filter(text -> !text.equals(scene.draft().text()))
                .ifPresent(text -> writing.write(text, GENTLE.contains(field))));
    }

    /** Where a field is typed. */
    Optional<JComponent> editor(Field field) {
        return fields.stream()
                .filter(each -> each.field() == field)
                .map(SettingField::editor)
                .findFirst();
    }

    @Override
    public void show(TrainScene scene) {
        boolean same = shown.filter(
                        before -> before.draft().text().equals(scene.draft().text())
                                && before.settings().equals(scene.settings())
                                && before.said().equals(scene.said()))
                .isPresent();
        shown = Optional.of(scene);
        if (same) {
            return;
        }
        Style style = new Style(scene.settings());
        setBackground(style.colour(Hue.GROUND));
        rows.setBackground(style.colour(Hue.GROUND));
        rows.setFont(Look.words(12));
        TrainingText text = TrainingText.of(scene.draft().text());
        heads.forEach(head -> head.show(style));
        fields.forEach(field -> field.show(text, style));
        model.show(scene.draft().text(), style);
        features.show(text, style);
        layers.show(scene.draft().text(), style);
        stops.show(scene, style);
        heads.get(0).setVisible(text.has(Field.DATA) || text.has(Field.SPLIT));
        heads.get(2).setVisible(features.isVisible());
        heads.get(3).setVisible(layers.isVisible());
        rows.revalidate();
        rows.repaint();
    }
}
