package chainstep.ui.window;

import chainstep.ui.DebugController;
import chainstep.ui.DebugScene;
import chainstep.ui.DebugView;
import chainstep.ui.Fitting;
import chainstep.ui.Sitting;
import chainstep.ui.look.Hue;
import chainstep.ui.look.Letters;
import chainstep.ui.look.Look;
import chainstep.ui.look.Palette;
import chainstep.words.Words;
import java.awt.Dimension;
import java.awt.Point;
import java.text.ParseException;
import java.util.Locale;
import java.util.OptionalInt;
import javax.swing.BorderFactory;
import javax.swing.BoxLayout;
import javax.swing.JFormattedTextField;
import javax.swing.JFormattedTextField.AbstractFormatter;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSpinner;
import javax.swing.SpinnerNumberModel;
import javax.swing.text.DefaultFormatterFactory;

/** Narrows every batch to one of its rows: sample k of n, or all. It is there where the model reads batches. */
final class SampleBox extends JPanel implements DebugView, Fitting {
    private static final int GAP = 5;

    private final transient DebugController controller;
    private final SpinnerNumberModel numbers = new SpinnerNumberModel(0, 0, 1, 1);
    private final JSpinner spinner = new JSpinner(numbers);
    private final JFormattedTextField field = new Field();
    private final BoxLayout row = new BoxLayout(this, BoxLayout.LINE_AXIS);
    private final JLabel before = new JLabel();
    private final JLabel after = new JLabel();
    private transient Words words = Words.of("ui", Locale.ENGLISH);
    private boolean showing;

    SampleBox(DebugController controller) {
        this.controller = controller;
        setLayout(row);
        setOpaque(false);
        setVisible(false);
        spinner.setName("sample");
        before.setLabelFor(spinner);
        add(before);
        add(javax.swing.Box.createHorizontalStrut(GAP));
        add(spinner);
        add(javax.swing.Box.createHorizontalStrut(GAP));
        add(after);
        field.setBorder(BorderFactory.createEmptyBorder(0, 6, 0, 4));
        field.setFormatterFactory(new DefaultFormatterFactory(new Samples()));
        field.addPropertyChangeListener("value", written -> {
            if (!numbers.getValue().equals(field.getValue())) {
                numbers.setValue(field.getValue());
            }
        });
        spinner.setEditor(field);
        numbers.addChangeListener(chosen -> choose());
    }

    /** Painted without a window, it stands nowhere on a screen, be there a display or not. */
    private static final class Field extends JFormattedTextField {
        @Override
        public Point getLocationOnScreen() {
            return getTopLevelAncestor() == null ? new Point() : super.getLocationOnScreen();
        }
    }

    private int most() {
        return (Integer) numbers.getMaximum();
    }

    private void choose() {
        field.setValue(numbers.getValue());
        if (!showing) {
            int sample = numbers.getNumber().intValue();
            controller.sample(sample > 0 ? OptionalInt.of(sample) : OptionalInt.empty());
        }
    }

    /** Brings the keyboard here, to write a number. */
    void write() {
        field.requestFocusInWindow();
        field.selectAll();
    }

    /** Enters a text as if it were typed; one that is no sample is told, and not taken. */
    void type(String text) throws ParseException {
        field.setText(text);
        field.commitEdit();
    }

    @Override
    public void show(DebugScene scene) {
        words = Words.of("ui", scene.settings().locale());
        int size = scene.sitting()
                .map(Sitting::model)
                .map(model -> model.batch().orElse(0))
                .orElse(0);
        setVisible(size > 1);
        showing = true;
        numbers.setMaximum(Math.max(1, size));
        numbers.setValue(Math.min(size, scene.draft().sample().orElse(0)));
        field.setValue(numbers.getValue());
        showing = false;
        before.setText(words.say("sample.before"));
        after.setText(words.say("sample.after", size));
        dress(Palette.of(scene.settings().theme()), size);
    }

    private void dress(Palette palette, int size) {
        for (JLabel label : new JLabel[] {before, after}) {
            label.setFont(Letters.fit(label.getText(), Look.words(12)));
            label.setForeground(palette.get(Hue.MUTED));
        }
        String all = words.say("sample.all");
        field.setFont(Letters.fit(all, Look.numbers(12)));
        field.setColumns(Math.max(all.length() + 1, Integer.toString(size).length()));
        spinner.putClientProperty("FlatLaf.style", "minimumWidth: 0");
        String tip = words.say("command.sample.tip");
        spinner.setToolTipText(tip);
        field.setToolTipText(tip);
        field.getAccessibleContext().setAccessibleName(words.say("sample.name"));
        spinner.getAccessibleContext().setAccessibleName(words.say("sample.name"));
        spinner.setPreferredSize(null);
        spinner.setPreferredSize(new Dimension(
                spinner.getPreferredSize().width,
                field.getFontMetrics(field.getFont()).getHeight() + 1));
        spinner.setMaximumSize(spinner.getPreferredSize());
    }

    /** Without the word before it, where there is little room. */
    @Override
    public void fit(int room) {
        before.setVisible(true);
        row.invalidateLayout(this);
        before.setVisible(getPreferredSize().width <= room);
        row.invalidateLayout(this);
    }

    /** What is shown, as text. */
    String dump() {
        return before.getText() + " " + field.getText() + " " + after.getText();
    }

    /** Writes 0 as all of them; refuses, with a word, what is no sample. */
    private final class Samples extends AbstractFormatter {
        @Override
        public Object stringToValue(String text) throws ParseException {
            String written = text == null ? "" : text.strip();
            if (written.isEmpty() || written.equals(words.say("sample.all"))) {
                return 0;
            }
            try {
                int sample = Integer.parseInt(written);
                if (sample >= 0 && sample <= most()) {
                    return sample;
                }
            } catch (NumberFormatException none) {
                // told below
            }
            controller.complain(chainstep.words.Phrase.of("ui", "sample.none", written, most()));
            throw new ParseException(written, 0);
        }

        @Override
        public String valueToString(Object value) {
            return value == null || value.equals(0) ? words.say("sample.all") : value.toString();
        }
    }
}
