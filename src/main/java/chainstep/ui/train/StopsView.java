package chainstep.ui.train;

import chainstep.ui.derivation.Style;
import chainstep.ui.look.Hue;
import chainstep.ui.look.Letters;
import chainstep.ui.look.Look;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;

/** What training stops at, and a field to write another condition, which becomes a line of the source. */
final class StopsView extends JPanel {
    private final JTextField added = new JTextField();
    private final transient Consumer<String> write;
    private transient Optional<TrainScene> shown = Optional.empty();

    /** @param write takes the text with another condition */
    StopsView(Consumer<String> write) {
        super(new MigLayout("insets 2 0 2 0, gap 6 2, fillx, wrap 2", "[][grow,fill]"));
        this.write = write;
        setOpaque(false);
        added.setName("train.stop.added");
        added.addActionListener(entered -> add());
    }

    private void add() {
        String condition = added.getText().strip();
        shown.filter(scene -> !condition.isEmpty()).ifPresent(scene -> {
            String text = scene.draft().text();
            String quoted = condition.replace("\\", "\\\\").replace("\"", "\\\"");
            added.setText("");
            write.accept(text + (text.endsWith("\n") ? "" : "\n") + "breakpoint(when=\"" + quoted + "\")\n");
        });
    }

    void show(TrainScene scene, Style style) {
        shown = Optional.of(scene);
        removeAll();
        line(style.say("train.stop.finite"), style, false);
        List<String> conditions = scene.lesson().map(Lesson::conditions).orElse(List.of());
        conditions.forEach(condition -> line(condition, style, true));
        added.putClientProperty("JTextField.placeholderText", style.say("train.stop.hint"));
        added.getAccessibleContext().setAccessibleName(style.say("train.stop.hint"));
        added.setToolTipText(style.say("train.stop.tip"));
        added.setFont(Letters.fit(style.say("train.stop.hint"), Look.numbers(12)));
        add(added, "span, growx");
        revalidate();
    }

    private void line(String words, Style style, boolean code) {
        JLabel dot = new JLabel("●");
        dot.setForeground(style.colour(Hue.BREAKPOINT));
        dot.setFont(Letters.fit("●", style.small()));
        JLabel label = new JLabel(words);
        label.setFont(Letters.fit(words, code ? Look.numbers(12) : style.small()));
        label.setForeground(style.colour(Hue.TEXT));
        label.setToolTipText(words);
        add(dot);
        add(label, "wmax 100%");
    }
}
