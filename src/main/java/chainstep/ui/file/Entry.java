package chainstep.ui.file;

import chainstep.ui.Typed;
import chainstep.ui.look.Letters;
import chainstep.ui.look.Look;
import java.awt.BorderLayout;
import java.awt.Color;
import java.util.Optional;
import java.util.function.Function;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;

/**
 * A line to write something in, and right below it what is wrong with what was written.
 *
 * @param <T> what is meant
 */
final class Entry<T> extends JPanel {
    private final transient Function<String, Optional<T>> read;
    private String wrong;
    private final JTextField field;
    private final JLabel trouble = new JLabel(" ");

    /**
     * @param text written at first
     * @param read what a text means; empty where it means nothing
     * @param wrong what is said then
     */
    Entry(String name, String text, Function<String, Optional<T>> read, String wrong, Color ink) {
        super(new BorderLayout());
        this.read = read;
        this.wrong = wrong;
        this.field = new JTextField(text);
        setOpaque(false);
        field.setName(name);
        trouble.setName(name + ".trouble");
        trouble.setFont(Letters.fit(wrong, Look.words(11)));
        trouble.setForeground(ink);
        add(field, BorderLayout.CENTER);
        add(trouble, BorderLayout.PAGE_END);
    }

    JTextField field() {
        return field;
    }

    void onChange(Runnable deed) {
        field.getDocument().addDocumentListener(new Typed(deed));
    }

    /** Says another thing from now on where nothing is meant. */
    void warn(String words) {
        wrong = words;
        trouble.setFont(Letters.fit(words, Look.words(11)));
    }

    /** Turns it on or off; nothing is wrong with one that is off. */
    void ask(boolean on) {
        field.setEnabled(on);
    }

    /** What is meant; says so where nothing is. */
    Optional<T> value() {
        Optional<T> value = read.apply(field.getText().strip());
        boolean told = field.isEnabled() && value.isEmpty();
        trouble.setText(told ? wrong : " ");
        field.putClientProperty("JComponent.outline", told ? "error" : null);
        field.getAccessibleContext().setAccessibleDescription(told ? wrong : null);
        return value;
    }
}
