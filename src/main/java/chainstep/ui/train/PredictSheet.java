package chainstep.ui.train;

import chainstep.data.CsvOptions;
import chainstep.data.CsvTable;
import chainstep.data.Rows;
import chainstep.math.Format;
import chainstep.train.Predictor;
import chainstep.ui.derivation.Style;
import chainstep.ui.look.Hue;
import chainstep.ui.look.Letters;
import chainstep.ui.look.Look;
import chainstep.words.Phrase;
import java.awt.Font;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.JTextField;
import javax.swing.table.DefaultTableModel;
import net.miginfocom.swing.MigLayout;

/** A card on which rows are typed, or a file of them is opened; the model's answers appear below, and a row can be stepped. */
public final class PredictSheet extends JPanel {
    private static final int DIGITS = 6;

    private final transient TrainController controller;
    private final transient Style style;
    private final transient Predictor.Features features;
    private final JTextField row = new JTextField();
    private final JLabel told = new JLabel(" ");
    private final JTable answers = new JTable();
    private final JButton step;
    private transient Optional<Answered> answered = Optional.empty();

    /**
     * @param open asks which file of rows is meant
     * @param stepped takes a row, to be stepped through
     */
    public PredictSheet(TrainController controller, Supplier<Optional<Path>> open, Consumer<Answered> stepped) {
        super(new MigLayout("insets 4, wrap 3", "[grow,fill,420::][][]", "[]6[]10[]8[200::,grow,fill]10[]"));
        this.controller = controller;
        this.style = new Style(controller.scene().settings());
        this.features =
                Predictor.features(controller.scene().lesson().orElseThrow().course());
        setOpaque(false);
        row.setName("predict.row");
        row.setFont(Look.numbers(13));
        row.addActionListener(entered -> ask());
        answers.setName("predict.answers");
        answers.setDefaultEditor(Object.class, null);
        answers.setFont(Look.numbers(12));
        step = button("train.predict.step", "predict.step");
        step.addActionListener(pressed -> chosen().ifPresent(stepped));
        step.setEnabled(false);
        JButton ask = button("train.predict.ask", "predict.ask");
        ask.addActionListener(pressed -> ask());
        JButton file = button("train.predict.open", "predict.open");
        file.addActionListener(pressed -> open.get().ifPresent(this::read));
        add(label(style.say("train.predict.title"), style.title()), "span");
        JLabel hint = label(style.say("train.predict.hint", names()), style.words());
        hint.setLabelFor(row);
        add(hint, "span, wmax 560");
        add(row);
        add(ask);
        add(file);
        add(told, "span, wmax 560");
        add(new JScrollPane(answers), "span, grow");
        add(step, "span, align right, grow 0");
    }

    private String names() {
        if (features.names().isEmpty()) {
            return style.say("train.predict.numbers", features.count());
        }
        List<String> shown =
                features.names().subList(0, Math.min(8, features.names().size()));
        return String.join(", ", shown) + (shown.size() < features.names().size() ? ", …" : "");
    }

    private JButton button(String key, String name) {
        JButton button = new JButton(style.say(key));
        button.setName(name);
        button.setFont(Letters.fit(button.getText(), style.words()));
        return button;
    }

    private JLabel label(String text, Font font) {
        JLabel label = new JLabel(text);
        label.setFont(Letters.fit(text, font));
        label.setForeground(style.colour(Hue.TEXT));
        return label;
    }

    /** Where the keyboard goes first. */
    public JComponent first() {
        return row;
    }

    private void ask() {
        String text = row.getText().replace('，', ',').replace(';', ',').strip();
        String commas = text.contains(",") ? text : text.replaceAll("\\s+", ",");
        ask(() -> CsvTable.parse("row", commas + "\n", CsvOptions.USUAL).features(List.of(), features.count()));
    }

    private void read(Path file) {
        ask(() -> CsvTable.read(file, CsvOptions.USUAL).features(features.names(), features.count()));
    }

    private void ask(Supplier<Rows> rows) {
        controller.predict(rows, this::show, this::refuse);
    }

    private void refuse(Phrase why) {
        say(why.in(controller.scene().settings().locale()), Hue.WRONG);
    }

    private void say(String words, Hue hue) {
        told.setText(words);
        told.setToolTipText(words);
        told.setFont(Letters.fit(words, style.words()));
        told.setForeground(style.colour(hue));
    }

    private void show(Answered next) {
        answered = Optional.of(next);
        Predictor all = next.answers();
        List<String> columns = new ArrayList<>(List.of("#"));
        columns.addAll(all.columns());
        if (!all.said().isEmpty()) {
            columns.add(style.say("train.predict.class"));
        }
        DefaultTableModel model = new DefaultTableModel(columns.toArray(), 0);
        for (int k = 0; k < all.answers().size(); k++) {
            List<Object> line = new ArrayList<>(Collections.singletonList(k + 1));
            for (double number : all.answers().get(k)) {
                line.add(Format.typographic(Format.significant(number, DIGITS)));
            }
            if (!all.said().isEmpty()) {
                line.add(all.said().get(k));
            }
            model.addRow(line.toArray());
        }
        answers.setModel(model);
        answers.getSelectionModel().setSelectionInterval(0, 0);
        step.setEnabled(true);
        say(
                style.say(
                        "train.predict.answered",
                        all.answers().size(),
                        next.state().iteration()),
                Hue.MUTED);
    }

    /** The row that is picked in the table. */
    private Optional<Answered> chosen() {
        int at = Math.max(0, answers.getSelectedRow());
        return answered.map(all -> new Answered(all.rows().select(at), all.state(), all.answers()));
    }
}
