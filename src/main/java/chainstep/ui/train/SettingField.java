package chainstep.ui.train;

import chainstep.lang.TrainingText;
import chainstep.lang.TrainingText.Field;
import chainstep.ui.derivation.Style;
import chainstep.ui.look.Hue;
import chainstep.ui.look.Letters;
import chainstep.ui.look.Look;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JTextField;

/** A setting with its name: typed, or chosen; told when it has been changed. */
final class SettingField {
    private static final Pattern QUOTES = Pattern.compile("^[\"']|[\"']$");

    private final Field field;
    private final JLabel label = new JLabel();
    private final JTextField typed;
    private final JComponent editor;
    private final Consumer<String> changed;
    private String written = "";
    private boolean showing;

    private SettingField(Field field, JTextField typed, JComponent editor, Consumer<String> changed) {
        this.field = field;
        this.typed = typed;
        this.editor = editor;
        this.changed = changed;
        String name = "train.field." + field.name().toLowerCase(Locale.ROOT);
        editor.setName(name);
        label.setLabelFor(editor);
        typed.addActionListener(entered -> commit());
        typed.addFocusListener(new FocusAdapter() {
            @Override
            public void focusLost(FocusEvent event) {
                commit();
            }
        });
    }

    /** One that is typed. */
    static SettingField plain(Field field, Consumer<String> changed) {
        JTextField typed = new JTextField();
        return new SettingField(field, typed, typed, changed);
    }

    /** One that is chosen from some, or typed. */
    static SettingField choice(Field field, List<String> choices, Consumer<String> changed) {
        JComboBox<String> box = new JComboBox<>(choices.toArray(String[]::new));
        box.setEditable(true);
        JTextField typed = (JTextField) box.getEditor().getEditorComponent();
        SettingField made = new SettingField(field, typed, box, changed);
        box.addActionListener(chosen -> made.commit());
        return made;
    }

    Field field() {
        return field;
    }

    JLabel label() {
        return label;
    }

    JComponent editor() {
        return editor;
    }

    private void commit() {
        String now = typed.getText().strip();
        if (!showing && !now.equals(written)) {
            if (now.isEmpty()) {
                typed.setText(written);
            } else {
                written = now;
                changed.accept(field == Field.DATA ? "\"" + now + "\"" : now);
            }
        }
    }

    void show(TrainingText text, Style style) {
        showing = true;
        String key = "train.field." + field.name().toLowerCase(Locale.ROOT);
        label.setText(style.say(key));
        label.setFont(Letters.fit(label.getText(), style.small()));
        label.setForeground(style.colour(Hue.MUTED));
        editor.setToolTipText(style.say(key + ".tip"));
        editor.getAccessibleContext().setAccessibleName(label.getText());
        editor.setFont(Look.numbers(12));
        typed.setFont(Look.numbers(12));
        String value = text.holds(field).orElse("");
        written = field == Field.DATA ? QUOTES.matcher(value).replaceAll("") : value;
        typed.setText(written);
        typed.setCaretPosition(0);
        boolean there = text.has(field);
        label.setVisible(there);
        editor.setVisible(there);
        showing = false;
    }
}
